package ecobot.scheduler;

import static ecobot.scheduler.TestSchedules.MONDAYS_AT_NINE;
import static ecobot.scheduler.TestSchedules.at;
import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.SettableClock;
import ecobot.scheduler.Schedule.HolidayPolicy;
import ecobot.scheduler.Schedule.MissedPolicy;
import ecobot.testing.Threads;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A run that is left out beforehand is in the ledger already when its time comes. */
@SchedulerContext
class SkipIT {

    private final TestSchedules given;
    private final ProbeTask probe;
    private final Schedules schedules;
    private final ScheduleDesk desk;
    private final SettableClock clock;
    private final TransactionTemplate transaction;

    @Autowired
    SkipIT(
            TestSchedules given,
            ProbeTask probe,
            Schedules schedules,
            ScheduleDesk desk,
            SettableClock clock,
            TransactionTemplate transaction) {
        this.given = given;
        this.probe = probe;
        this.schedules = schedules;
        this.desk = desk;
        this.clock = clock;
        this.transaction = transaction;
    }

    @AfterEach
    void clear() throws SchedulerException {
        given.clear();
    }

    @Test
    void only_the_next_run_is_left_out() {
        Schedule schedule = given.made("2026-03-05T08:00", MONDAYS_AT_NINE, MissedPolicy.LATE);

        assertThat(desk.skipNext(schedule)).contains(at("2026-03-09T09:00"));
        assertThat(schedules.nextAfter(schedule, at("2026-03-05T08:00"))).contains(at("2026-03-16T09:00"));
        schedules.advance(at("2026-03-17T08:00"), clock::set);

        assertThat(given.ledgerOf(schedule)).containsExactly("2026-03-09T09:00 SKIPPED 0", "2026-03-16T09:00 DONE 1");
        assertThat(desk.last(schedule))
                .hasValueSatisfying(last -> assertThat(last.state()).isEqualTo(RunResult.State.DONE));
    }

    @Test
    void two_can_be_left_out_and_one_of_them_brought_back() {
        Schedule schedule = given.made("2026-03-05T08:00", MONDAYS_AT_NINE, MissedPolicy.LATE);
        desk.skipNext(schedule);
        assertThat(desk.skipNext(schedule)).contains(at("2026-03-16T09:00"));

        assertThat(desk.unskip(schedule, at("2026-03-09T09:00"))).isTrue();
        schedules.advance(at("2026-03-17T08:00"), clock::set);

        assertThat(given.ledgerOf(schedule)).containsExactly("2026-03-09T09:00 DONE 1", "2026-03-16T09:00 SKIPPED 0");
        assertThat(desk.unskip(schedule, at("2026-03-16T09:00")))
                .as("its time is over")
                .isFalse();
    }

    @Test
    void two_people_at_once_leave_out_one_run_each() throws Exception {
        Schedule schedule = given.made("2026-03-05T08:00", MONDAYS_AT_NINE, MissedPolicy.LATE);
        CountDownLatch skipped = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Optional<Instant>> first = CompletableFuture.supplyAsync(
                () -> transaction.execute(status -> {
                    Optional<Instant> next = desk.skipNext(schedule);
                    skipped.countDown();
                    await(go);
                    return next;
                }),
                Threads.NEW);
        await(skipped);
        CompletableFuture<Optional<Instant>> second = CompletableFuture.supplyAsync(
                () -> transaction.execute(status -> desk.skipNext(schedule)), Threads.NEW);
        Awaitility.await("the second at the door").until(given::somebodyWaitsForALock);
        go.countDown();

        assertThat(first.get(1, TimeUnit.MINUTES)).contains(at("2026-03-09T09:00"));
        assertThat(second.get(1, TimeUnit.MINUTES)).contains(at("2026-03-16T09:00"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void other_rule_leaves_nothing_out_and_counts_from_now_on_without_a_restart() {
        Schedule schedule = given.made("2026-03-05T08:00", MONDAYS_AT_NINE, MissedPolicy.LATE);
        desk.skipNext(schedule);

        assertThat(desk.change(schedule, new Timing("0 0 7 * * ?", HolidayPolicy.SKIP, MissedPolicy.LATE)))
                .isTrue();
        assertThat(desk.change(schedule, Timing.of(schedule)))
                .as("it is another one by now")
                .isFalse();
        schedules.advance(at("2026-03-09T10:00"), clock::set);

        assertThat(given.ledgerOf(schedule)).containsExactly("2026-03-06T07:00 DONE 1", "2026-03-09T07:00 DONE 1");
    }

    @Test
    void ended_schedule_runs_no_more_and_its_record_stays() {
        Schedule schedule = given.made("2026-03-05T08:00", "0 0 7 * * ?", MissedPolicy.LATE);
        schedules.advance(at("2026-03-06T08:00"), clock::set);

        assertThat(desk.remove(schedule)).isTrue();
        schedules.advance(at("2026-03-10T08:00"), clock::set);
        assertThat(probe.effectsOf(schedule.name())).hasSize(1);
        assertThat(desk.find(schedule.id())).isEmpty();

        assertThat(desk.restore(schedule.id())).isTrue();
        schedules.advance(at("2026-03-11T08:00"), clock::set);
        assertThat(given.ledgerOf(schedule)).hasSize(2);
    }
}
