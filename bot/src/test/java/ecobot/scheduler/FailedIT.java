package ecobot.scheduler;

import static ecobot.scheduler.TestSchedules.MONDAYS_AT_NINE;
import static ecobot.scheduler.TestSchedules.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecobot.audit.Alarms;
import ecobot.calendar.SettableClock;
import ecobot.scheduler.Schedule.MissedPolicy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerContext
class FailedIT {

    private final TestSchedules given;
    private final ProbeTask probe;
    private final Upkeep upkeep;
    private final Schedules schedules;
    private final SettableClock clock;
    private final JdbcClient sql;
    private final Alarms alarms;

    @Autowired
    FailedIT(
            TestSchedules given,
            ProbeTask probe,
            Upkeep upkeep,
            Schedules schedules,
            SettableClock clock,
            JdbcClient sql,
            Alarms alarms) {
        this.given = given;
        this.probe = probe;
        this.upkeep = upkeep;
        this.schedules = schedules;
        this.clock = clock;
        this.sql = sql;
        this.alarms = alarms;
    }

    @AfterEach
    void clear() throws SchedulerException {
        given.clear();
    }

    @Test
    void failed_run_leaves_no_effect_is_recorded_and_announced_without_its_message() {
        Schedule schedule = failing("2026-03-02T08:59", 9);
        clock.set(at("2026-03-02T09:00"));

        upkeep.strike(schedule.name());

        assertThat(given.ledgerOf(schedule)).containsExactly("2026-03-02T09:00 FAILED 1");
        assertThat(probe.effectsOf(schedule.name())).isEmpty();
        assertThat(probe.failuresOf(schedule.name())).singleElement().satisfies(failed -> {
            assertThat(failed.plannedAt()).isEqualTo(at("2026-03-02T09:00"));
            assertThat(failed.attempts()).isOne();
            assertThat(failed.retryAt()).isAfterOrEqualTo(at("2026-03-02T09:01"));
            assertThat(failed.reason()).isEqualTo("IllegalStateException");
        });
    }

    @Test
    void retry_that_succeeds_takes_effect_once_for_the_planned_time() {
        Schedule schedule = failing("2026-03-02T08:59", 2);

        schedules.advance(at("2026-03-02T12:00"), clock::set);

        assertThat(given.ledgerOf(schedule)).containsExactly("2026-03-02T09:00 DONE 3");
        assertThat(probe.effectsOf(schedule.name()))
                .containsExactly(at("2026-03-02T09:00").toString());
    }

    @Test
    void retries_end_within_the_hour() {
        Schedule schedule = failing("2026-03-02T08:59", 99);

        schedules.advance(at("2026-03-02T10:00"), clock::set);

        assertThat(given.ledgerOf(schedule)).containsExactly("2026-03-02T09:00 FAILED 5");
        assertThat(probe.failuresOf(schedule.name()))
                .hasSize(5)
                .last()
                .satisfies(failed -> assertThat(failed.retryAt()).isNull());
    }

    @Test
    void failing_schedule_blocks_neither_others_nor_its_own_next_run() {
        Schedule failing = failing("2026-03-02T08:59", 5);
        Schedule other = given.made("2026-03-02T08:59", MONDAYS_AT_NINE, MissedPolicy.LATE);

        schedules.advance(at("2026-03-09T12:00"), clock::set);

        assertThat(given.ledgerOf(failing)).containsExactly("2026-03-02T09:00 FAILED 5", "2026-03-09T09:00 DONE 1");
        assertThat(given.ledgerOf(other)).containsExactly("2026-03-02T09:00 DONE 1", "2026-03-09T09:00 DONE 1");
    }

    @Test
    void schedule_without_its_task_is_announced_once_and_blocks_no_other() {
        Schedule orphan = given.made("2026-03-02T08:59", MONDAYS_AT_NINE, MissedPolicy.LATE);
        Schedule other = given.made("2026-03-02T08:59", MONDAYS_AT_NINE, MissedPolicy.LATE);
        sql.sql("update schedule set task = 'removed-room' where id = ?")
                .param(orphan.id())
                .update();

        upkeep.sweep();
        upkeep.sweep();
        schedules.advance(at("2026-03-02T10:00"), clock::set);

        assertThat(probe.failuresOf(orphan.name())).singleElement().satisfies(failed -> {
            assertThat(failed.plannedAt()).isNull();
            assertThat(failed.reason()).isEqualTo("no task is named removed-room");
        });
        assertThat(given.ledgerOf(orphan)).isEmpty();
        assertThat(given.ledgerOf(other)).hasSize(1);
        assertThat(raised()).contains("schedule-" + orphan.name());
        sql.sql("update schedule set task = 'probe' where id = ?")
                .param(orphan.id())
                .update();
        upkeep.sweep();
        assertThat(raised()).doesNotContain("schedule-" + orphan.name());
    }

    @Test
    void failure_raises_an_alarm_and_the_next_success_ends_it() {
        Schedule schedule = failing("2026-03-02T08:59", 1);

        schedules.advance(at("2026-03-02T09:00:30"), clock::set);
        assertThat(raised()).contains("schedule-" + schedule.name());
        schedules.advance(at("2026-03-02T09:02"), clock::set);

        assertThat(raised()).doesNotContain("schedule-" + schedule.name());
    }

    @Test
    void schedules_that_fall_behind_raise_an_alarm_until_they_have_caught_up() throws SchedulerException {
        Schedule schedule = given.made("2026-03-02T08:59", MONDAYS_AT_NINE, MissedPolicy.LATE);
        given.down();
        clock.set(at("2026-03-02T09:06"));

        given.sweeps();
        assertThat(raised()).contains("schedule-lag");
        given.up();
        await().until(() -> !given.ledgerOf(schedule).isEmpty());
        given.sweeps();

        assertThat(raised()).doesNotContain("schedule-lag");
    }

    private List<String> raised() {
        return alarms.raised().stream().map(Alarms.Alarm::code).toList();
    }

    private Schedule failing(String now, int times) {
        Schedule schedule = given.made(now, MONDAYS_AT_NINE, MissedPolicy.LATE);
        probe.behave(schedule.name(), occurrence -> {
            if (probe.runsOf(schedule.name()).size() <= times) {
                throw new IllegalStateException("a message with data of the run");
            }
        });
        return schedule;
    }
}
