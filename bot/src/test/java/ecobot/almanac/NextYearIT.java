package ecobot.almanac;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.audit.Alarms;
import ecobot.calendar.SettableClock;
import ecobot.calendar.Zone;
import ecobot.scheduler.Schedules;
import ecobot.testing.CalendarIT;
import ecobot.testing.MadeUpNotice;
import ecobot.testing.TimeTravel;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The weeks in which the next year's notice is waited for. */
@CalendarIT
class NextYearIT {

    private final Schedules schedules;
    private final SettableClock clock;
    private final TimeTravel time;
    private List<String> others = List.of();
    private final MadeUpNotice madeUp;
    private final Alarms alarms;
    private final JdbcClient sql;

    @Autowired
    NextYearIT(
            Schedules schedules,
            SettableClock clock,
            TimeTravel time,
            MadeUpNotice madeUp,
            Alarms alarms,
            JdbcClient sql) {
        this.schedules = schedules;
        this.clock = clock;
        this.time = time;
        this.madeUp = madeUp;
        this.alarms = alarms;
        this.sql = sql;
    }

    /** Other tests of this context have lived through the same Mondays, or will: nothing else runs. */
    @BeforeEach
    void nobody_was_asked_yet() {
        others = sql.sql("select name from schedule where enabled and name <> 'calendar-next-year'")
                .query(String.class)
                .list();
        enabled(false);
        sql.sql("delete from outbox where message_key like 'calendar-next-year:%'")
                .update();
        sql.sql("""
                delete from occurrence
                 where schedule_id = (select id from schedule where name = 'calendar-next-year')
                """).update();
    }

    @AfterEach
    void forget() {
        madeUp.forget();
        alarms.clear(NextYearTask.ALARM);
        time.back();
        enabled(true);
    }

    private void enabled(boolean enabled) {
        others.forEach(name -> sql.sql("update schedule set enabled = ? where name = ?")
                .params(enabled, name)
                .update());
    }

    @Test
    void admins_are_asked_every_monday_from_november_until_it_is_loaded() {
        time.to("2026-10-20T12:00");

        assertThat(asked("2026-11-01T23:00")).as("not before November").isEmpty();
        assertThat(asked("2026-11-02T09:00")).hasSize(1).first().asString().contains("admin-1", "/日历 2027");
        assertThat(asked("2026-11-17T09:00")).hasSize(2);
        assertThat(alarms.raised()).extracting(Alarms.Alarm::code).contains(NextYearTask.ALARM);
        assertThat(asked("2027-01-05T09:00")).as("nor does it stop at New Year").hasSize(7);

        madeUp.load();
        assertThat(alarms.raised()).extracting(Alarms.Alarm::code).doesNotContain(NextYearTask.ALARM);
        assertThat(asked("2027-02-02T09:00")).as("loaded").isEmpty();
    }

    @Test
    void nobody_is_asked_when_it_was_loaded_in_time() {
        time.to("2026-10-20T12:00");
        madeUp.load();

        assertThat(asked("2026-12-01T09:00")).isEmpty();
        assertThat(alarms.raised()).extracting(Alarms.Alarm::code).doesNotContain(NextYearTask.ALARM);
    }

    /** What is said while time goes on to {@code until}. */
    private List<String> asked(String until) {
        long before = sql.sql("select coalesce(max(id), 0) from outbox")
                .query(Long.class)
                .single();
        schedules.advance(at(until), clock::set);
        return sql.sql("""
                        select concat(target_id, ' ', content)
                          from outbox
                         where id > ?
                           and message_key like 'calendar-next-year:%'
                         order by id
                        """).param(before).query(String.class).list();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zone.SHANGHAI).toInstant();
    }
}
