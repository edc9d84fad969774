package ecobot.scheduler;

import static ecobot.scheduler.TestSchedules.MONDAYS_AT_NINE;
import static ecobot.scheduler.TestSchedules.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecobot.calendar.SettableClock;
import ecobot.scheduler.Schedule.MissedPolicy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerContext
class MissedIT {

    private final TestSchedules given;
    private final ProbeTask probe;
    private final Upkeep upkeep;
    private final Schedules schedules;
    private final SettableClock clock;
    private final JdbcClient sql;
    private final Scheduler quartz;

    @Autowired
    MissedIT(
            TestSchedules given,
            ProbeTask probe,
            Upkeep upkeep,
            Schedules schedules,
            SettableClock clock,
            JdbcClient sql,
            Scheduler quartz) {
        this.given = given;
        this.probe = probe;
        this.upkeep = upkeep;
        this.schedules = schedules;
        this.clock = clock;
        this.sql = sql;
        this.quartz = quartz;
    }

    @AfterEach
    void clear() throws SchedulerException {
        given.clear();
    }

    @Test
    void planned_time_of_a_clock_that_was_set_is_met_in_real_time() {
        Schedule schedule = given.made("2026-03-02T08:59:54", MONDAYS_AT_NINE, MissedPolicy.LATE);

        await().until(() -> !probe.effectsOf(schedule.name()).isEmpty());

        ProbeTask.Run run = probe.runsOf(schedule.name()).get(0);
        assertThat(run.plannedAt()).isEqualTo(at("2026-03-02T09:00"));
        assertThat(run.late()).isFalse();
        assertThat(run.clockShowed()).isAfterOrEqualTo(run.plannedAt());
    }

    @Test
    void slots_missed_while_down_run_once_and_late_after_restart() throws SchedulerException {
        Schedule schedule = given.made("2026-03-02T08:00", MONDAYS_AT_NINE, MissedPolicy.LATE);
        given.down();
        clock.set(at("2026-03-17T10:00"));
        assertThat(schedules.lag(clock.instant())).isGreaterThan(Duration.ofDays(15));

        given.up();
        await().until(() -> given.ledgerOf(schedule).size() == 3);

        assertThat(given.ledgerOf(schedule))
                .containsExactly("2026-03-02T09:00 SKIPPED 0", "2026-03-09T09:00 SKIPPED 0", "2026-03-16T09:00 DONE 1");
        assertThat(probe.runsOf(schedule.name())).singleElement().satisfies(run -> {
            assertThat(run.plannedAt()).isEqualTo(at("2026-03-16T09:00"));
            assertThat(run.late()).isTrue();
        });
        assertThat(schedules.lag(clock.instant())).isZero();
    }

    @Test
    void slot_missed_while_down_is_left_out_when_the_schedule_says_so() throws SchedulerException {
        Schedule schedule = given.made("2026-03-02T08:00", MONDAYS_AT_NINE, MissedPolicy.SKIP);
        given.down();
        clock.set(at("2026-03-02T10:00"));

        given.up();
        await().until(() -> !given.ledgerOf(schedule).isEmpty());

        assertThat(given.ledgerOf(schedule)).containsExactly("2026-03-02T09:00 SKIPPED 0");
        assertThat(probe.runsOf(schedule.name())).isEmpty();
    }

    @Test
    void nothing_is_caught_up_from_before_a_schedule_was_made_or_changed() {
        Schedule schedule = given.made("2026-03-04T10:00", MONDAYS_AT_NINE, MissedPolicy.LATE);
        sql.sql("update schedule set cron = '0 0 9 ? * WED' where id = ?")
                .param(schedule.id())
                .update();

        upkeep.strike(schedule.name());

        assertThat(given.ledgerOf(schedule)).isEmpty();
    }

    @Test
    void unchanged_trigger_is_left_alone_at_start_and_fires_what_was_missed() throws SchedulerException {
        Schedule schedule = given.made("2026-03-02T08:59:54", MONDAYS_AT_NINE, MissedPolicy.LATE);
        given.down();
        mark(schedule);
        await().until(() -> clock.instant().isAfter(at("2026-03-02T09:00:01")));

        given.upkeepStarts();
        assertThat(isMarked(schedule)).isTrue();
        assertThat(given.ledgerOf(schedule)).isEmpty();
        given.quartzStarts();
        await().until(() -> !given.ledgerOf(schedule).isEmpty());

        assertThat(given.ledgerOf(schedule)).containsExactly("2026-03-02T09:00 DONE 1");
    }

    @Test
    void changed_schedule_gets_a_new_trigger_at_start() throws SchedulerException {
        Schedule schedule = given.made("2026-03-02T08:00", MONDAYS_AT_NINE, MissedPolicy.LATE);
        given.down();
        mark(schedule);
        sql.sql("update schedule set cron = '0 0 9 ? * WED' where id = ?")
                .param(schedule.id())
                .update();

        given.upkeepStarts();

        assertThat(isMarked(schedule)).isFalse();
    }

    @Test
    void disabled_schedule_has_no_trigger() {
        Schedule schedule = given.made("2026-03-02T08:00", MONDAYS_AT_NINE, MissedPolicy.LATE);
        assertThat(triggers(schedule)).isOne();

        sql.sql("update schedule set enabled = false where id = ?")
                .param(schedule.id())
                .update();
        upkeep.sweep();

        assertThat(triggers(schedule)).isZero();
    }

    @Test
    void trigger_that_got_lost_or_stuck_is_mended_by_the_next_sweep() {
        Schedule schedule = given.made("2026-03-02T08:00", MONDAYS_AT_NINE, MissedPolicy.LATE);
        sql.sql("update QRTZ_TRIGGERS set TRIGGER_STATE = 'ERROR' where TRIGGER_NAME = ?")
                .param(schedule.name())
                .update();

        upkeep.sweep();

        assertThat(isWaiting(schedule)).isTrue();
    }

    /** What a kill leaves behind: a trigger that fired and never ends, held by a node that no longer reports. */
    @Test
    void run_that_died_with_its_node_is_run_by_another_one() throws SchedulerException {
        Schedule schedule = given.made("2026-03-02T08:00", MONDAYS_AT_NINE, MissedPolicy.LATE);
        given.down();
        clock.set(at("2026-03-02T09:00:05"));
        sql.sql("update QRTZ_TRIGGERS set TRIGGER_STATE = 'COMPLETE', NEXT_FIRE_TIME = -1 where TRIGGER_NAME = ?")
                .param(schedule.name())
                .update();
        sql.sql("""
                        insert into QRTZ_FIRED_TRIGGERS (SCHED_NAME, ENTRY_ID, TRIGGER_NAME, TRIGGER_GROUP, INSTANCE_NAME, FIRED_TIME,
                               SCHED_TIME, PRIORITY, STATE, JOB_NAME, JOB_GROUP, IS_NONCONCURRENT, REQUESTS_RECOVERY)
                        values (:cluster, 'dead-1', :name, 'schedule', 'dead', 1, 1, 5, 'EXECUTING', :name, 'schedule', '0', '1')
                        """)
                .param("name", schedule.name())
                .param("cluster", quartz.getSchedulerName())
                .update();
        sql.sql("insert into QRTZ_SCHEDULER_STATE (SCHED_NAME, INSTANCE_NAME, LAST_CHECKIN_TIME, CHECKIN_INTERVAL)"
                        + " values (?, 'dead', 1, 5000)")
                .param(quartz.getSchedulerName())
                .update();

        given.upkeepStarts();
        given.quartzStarts();
        await().until(() -> !given.ledgerOf(schedule).isEmpty());

        assertThat(given.ledgerOf(schedule)).containsExactly("2026-03-02T09:00 DONE 1");
        await().until(() -> isWaiting(schedule));
    }

    private boolean isWaiting(Schedule schedule) {
        return sql.sql("select count(*) from QRTZ_TRIGGERS where TRIGGER_NAME = ? and TRIGGER_STATE = 'WAITING'")
                        .param(schedule.name())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private void mark(Schedule schedule) {
        sql.sql("update QRTZ_TRIGGERS set DESCRIPTION = 'mark' where TRIGGER_NAME = ?")
                .param(schedule.name())
                .update();
    }

    private boolean isMarked(Schedule schedule) {
        return sql.sql("select count(*) from QRTZ_TRIGGERS where TRIGGER_NAME = ? and DESCRIPTION = 'mark'")
                        .param(schedule.name())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private int triggers(Schedule schedule) {
        return sql.sql("select count(*) from QRTZ_TRIGGERS where TRIGGER_NAME = ?")
                .param(schedule.name())
                .query(Integer.class)
                .single();
    }
}
