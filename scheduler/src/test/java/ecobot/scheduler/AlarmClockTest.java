package ecobot.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ecobot.calendar.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SchedulerMetaData;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

/** With a real Quartz that keeps its triggers in memory and is never started. */
class AlarmClockTest {

    private static final Instant MOMENT = Instant.parse("2031-03-03T01:00:00Z");

    private final Clock machine = Clock.systemUTC();
    private final SettableClock clock = new SettableClock(machine);
    private Scheduler quartz;
    private AlarmClock alarmClock;

    @BeforeEach
    void make() throws SchedulerException {
        Properties inMemory = new Properties();
        inMemory.setProperty("org.quartz.scheduler.instanceName", "alarm-clock-test");
        inMemory.setProperty("org.quartz.threadPool.threadCount", "1");
        quartz = new StdSchedulerFactory(inMemory).getScheduler();
        alarmClock = new AlarmClock(quartz, clock, machine);
    }

    @AfterEach
    void end() throws SchedulerException {
        quartz.shutdown();
    }

    @Test
    void moment_is_set_in_the_machines_time_and_never_early() throws SchedulerException {
        clock.set(MOMENT.minus(Duration.ofHours(2)));

        alarmClock.set("weekly", MOMENT);

        Instant set = next("weekly");
        assertThat(Duration.between(machine.instant(), set)).isCloseTo(Duration.ofHours(2), Duration.ofMinutes(1));
        assertThat(set.plus(clock.offset())).isAfterOrEqualTo(MOMENT);
        assertThat(alarmClock.isSet("weekly", MOMENT)).isTrue();
    }

    @Test
    void alarm_is_no_longer_right_when_the_clock_or_the_moment_changes() throws SchedulerException {
        alarmClock.set("weekly", MOMENT);

        assertThat(alarmClock.isSet("weekly", MOMENT.plusSeconds(60))).isFalse();
        clock.set(MOMENT.minus(Duration.ofHours(2)));
        assertThat(alarmClock.isSet("weekly", MOMENT)).isFalse();
        assertThat(alarmClock.isSet("another", MOMENT)).isFalse();
    }

    @Test
    void setting_again_replaces() throws SchedulerException {
        alarmClock.set("weekly", MOMENT);
        alarmClock.set("weekly", MOMENT.plusSeconds(60));

        assertThat(alarmClock.isSet("weekly", MOMENT.plusSeconds(60))).isTrue();
    }

    @Test
    void schedules_that_are_gone_wake_nobody() throws SchedulerException {
        alarmClock.set("weekly", MOMENT);
        alarmClock.set("daily", MOMENT);

        alarmClock.keepOnly(Set.of("daily"));

        assertThat(alarmClock.isSet("weekly", MOMENT)).isFalse();
        assertThat(alarmClock.isSet("daily", MOMENT)).isTrue();
    }

    @Test
    void store_that_others_may_share_must_be_clustered() throws SchedulerException {
        assertThatCode(alarmClock::refuseUnclusteredStore).doesNotThrowAnyException();
        assertThatCode(onDatabase(true)::refuseUnclusteredStore).doesNotThrowAnyException();
        assertThatIllegalStateException()
                .isThrownBy(onDatabase(false)::refuseUnclusteredStore)
                .withMessageContaining("org.quartz.jobStore.isClustered");
    }

    private AlarmClock onDatabase(boolean clustered) throws SchedulerException {
        SchedulerMetaData store = mock();
        when(store.isJobStoreSupportsPersistence()).thenReturn(true);
        when(store.isJobStoreClustered()).thenReturn(clustered);
        Scheduler onDatabase = mock();
        when(onDatabase.getMetaData()).thenReturn(store);
        return new AlarmClock(onDatabase, clock, machine);
    }

    private Instant next(String schedule) throws SchedulerException {
        return quartz.getTrigger(TriggerKey.triggerKey(schedule, AlarmClock.GROUP))
                .getNextFireTime()
                .toInstant();
    }
}
