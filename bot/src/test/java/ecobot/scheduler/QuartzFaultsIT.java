package ecobot.scheduler;

import static ecobot.scheduler.TestSchedules.MONDAYS_AT_NINE;
import static ecobot.scheduler.TestSchedules.NEVER_IN_THE_TEST;
import static ecobot.scheduler.TestSchedules.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecobot.audit.Alarms;
import ecobot.calendar.SettableClock;
import ecobot.scheduler.Schedule.MissedPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.quartz.autoconfigure.QuartzProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Against Quartz's known faults, and clocks that disagree. */
@SchedulerContext
class QuartzFaultsIT {

    private static final String LOCK = "org.quartz.jobStore.acquireTriggersWithinLock";

    private final TestSchedules given;
    private final ProbeTask probe;
    private final SettableClock clock;
    private final Scheduler quartz;
    private final QuartzProperties settings;
    private final DatabaseClockMapper databaseClock;
    private final ApplicationEventPublisher events;
    private final Alarms alarms;
    private final JdbcClient sql;

    @Autowired
    QuartzFaultsIT(
            TestSchedules given,
            ProbeTask probe,
            SettableClock clock,
            Scheduler quartz,
            QuartzProperties settings,
            DatabaseClockMapper databaseClock,
            ApplicationEventPublisher events,
            Alarms alarms,
            JdbcClient sql) {
        this.given = given;
        this.probe = probe;
        this.clock = clock;
        this.quartz = quartz;
        this.settings = settings;
        this.databaseClock = databaseClock;
        this.events = events;
        this.alarms = alarms;
        this.sql = sql;
    }

    @AfterEach
    void clear() throws SchedulerException {
        given.clear();
    }

    @Test
    void store_is_clustered_and_locks_and_every_trigger_says_what_happens_when_it_is_missed() {
        Schedule schedule = given.made("2026-03-02T08:00", NEVER_IN_THE_TEST, MissedPolicy.LATE);

        assertThat(settings.getProperties())
                .containsEntry("org.quartz.jobStore.isClustered", "true")
                .containsEntry(LOCK, "true");
        assertThat(sql.sql("select misfire_instr from QRTZ_TRIGGERS where trigger_name = ?")
                        .param(schedule.name())
                        .query(Integer.class)
                        .list())
                .containsOnly(-1);
        assertThat(sql.sql("select requests_recovery from QRTZ_JOB_DETAILS where job_name = ?")
                        .param(schedule.name())
                        .query(String.class)
                        .list())
                .containsOnly("1");
    }

    /** As after a database error in the wrong moment: the trigger is never looked at again, and its time passes. */
    @Test
    void blocked_trigger_heals_and_the_run_comes_late_but_once() throws SchedulerException {
        Schedule schedule = given.made("2026-03-02T08:00", MONDAYS_AT_NINE, MissedPolicy.LATE);
        given.down();
        clock.set(at("2026-03-02T09:07"));
        sql.sql(
                        "update QRTZ_TRIGGERS set trigger_state = 'BLOCKED', next_fire_time = ?, misfire_instr = -1 where trigger_name = ?")
                .params(Clock.systemUTC().instant().minus(Duration.ofMinutes(7)).toEpochMilli(), schedule.name())
                .update();
        quartz.start();
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(30))
                .until(() -> probe.runsOf(schedule.name()).isEmpty());

        given.upkeepStarts();

        await().until(() -> !given.ledgerOf(schedule).isEmpty());
        assertThat(given.ledgerOf(schedule)).containsExactly("2026-03-02T09:00 DONE 1");
        assertThat(probe.runsOf(schedule.name()))
                .singleElement()
                .satisfies(run -> assertThat(run.late()).isTrue());
    }

    @Test
    void clock_of_the_machine_is_compared_with_the_databases() {
        Clock machine = Clock.systemUTC();

        await().untilAsserted(() -> {
            assertThat(new SkewWatch(databaseClock, machine).skew()).isLessThan(Duration.ofMillis(500));
            assertThat(new SkewWatch(databaseClock, Clock.offset(machine, Duration.ofSeconds(2))).skew())
                    .isBetween(Duration.ofMillis(1_500), Duration.ofMillis(2_500));
            assertThat(new SkewWatch(databaseClock, Clock.offset(machine, Duration.ofSeconds(-2))).skew())
                    .isBetween(Duration.ofMillis(1_500), Duration.ofMillis(2_500));
        });
    }

    @Test
    void skew_of_more_than_half_a_second_is_an_alarm_until_it_is_over() {
        events.publishEvent(new ClockSkew(Duration.ofMillis(501)));
        assertThat(alarms.raised()).anySatisfy(alarm -> {
            assertThat(alarm.code()).startsWith("clock-skew-");
            assertThat(alarm.detail()).contains("501 ms");
            assertThat(alarm.since()).isBefore(Instant.MAX);
        });

        events.publishEvent(new ClockSkew(Duration.ofMillis(500)));
        assertThat(alarms.raised())
                .noneSatisfy(alarm -> assertThat(alarm.code()).startsWith("clock-skew-"));
    }
}
