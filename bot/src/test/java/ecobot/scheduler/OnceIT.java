package ecobot.scheduler;

import static ecobot.scheduler.TestSchedules.NEVER_IN_THE_TEST;
import static ecobot.scheduler.TestSchedules.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ecobot.scheduler.Schedule.MissedPolicy;
import ecobot.testing.Threads;
import java.time.Instant;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SchedulerContext
class OnceIT {

    private static final Instant PLANNED = at("2026-03-02T09:00");

    private final TestSchedules given;
    private final ProbeTask probe;
    private final Rulebook rulebook;
    private final Ledger ledger;
    private final Schedules schedules;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    @Autowired
    OnceIT(
            TestSchedules given,
            ProbeTask probe,
            Rulebook rulebook,
            Ledger ledger,
            Schedules schedules,
            JdbcClient sql,
            TransactionTemplate transaction) {
        this.given = given;
        this.probe = probe;
        this.rulebook = rulebook;
        this.ledger = ledger;
        this.schedules = schedules;
        this.sql = sql;
        this.transaction = transaction;
    }

    @AfterEach
    void clear() throws SchedulerException {
        given.clear();
    }

    @Test
    void occurrence_fired_twice_at_once_takes_effect_once() {
        Schedule schedule = given.made("2026-03-02T08:00", NEVER_IN_THE_TEST, MissedPolicy.LATE);

        fireTwiceAtOnce(schedule);

        assertThat(probe.effectsOf(schedule.name())).containsExactly(PLANNED.toString());
    }

    /** The negative control of the test above: the same firings, and the key alone makes the difference. */
    @Test
    void without_the_unique_key_it_would_take_effect_twice() {
        Schedule schedule = given.made("2026-03-02T08:00", NEVER_IN_THE_TEST, MissedPolicy.LATE);
        sql.sql(
                        "alter table occurrence add index ix_for_the_foreign_key (schedule_id), drop index uk_occurrence__schedule_planned")
                .update();

        try {
            fireTwiceAtOnce(schedule);

            assertThat(probe.effectsOf(schedule.name())).hasSize(2);
        } finally {
            sql.sql("delete from occurrence where schedule_id = ?")
                    .param(schedule.id())
                    .update();
            sql.sql(
                            "alter table occurrence add constraint uk_occurrence__schedule_planned unique (schedule_id, planned_at),"
                                    + " drop index ix_for_the_foreign_key")
                    .update();
        }
    }

    @Test
    void second_starter_runs_it_when_the_first_one_rolls_back() {
        Schedule schedule = given.made("2026-03-02T08:00", NEVER_IN_THE_TEST, MissedPolicy.LATE);
        CompletableFuture<Void> second = new CompletableFuture<>();
        probe.behave(schedule.name(), occurrence -> {
            if (probe.runsOf(schedule.name()).size() == 1) {
                second.completeAsync(() -> {
                    ledger.run(rule(schedule), PLANNED, false);
                    return null;
                });
                await().until(given::somebodyWaitsForALock);
                throw new IllegalStateException("the first one fails");
            }
        });

        ledger.run(rule(schedule), PLANNED, false);
        second.orTimeout(1, TimeUnit.MINUTES).join();

        assertThat(given.ledgerOf(schedule)).containsExactly("2026-03-02T09:00 DONE 1");
        assertThat(probe.effectsOf(schedule.name())).hasSize(1);
    }

    @Test
    void run_by_hand_shares_the_callers_transaction_and_takes_no_planned_time() {
        Schedule schedule = given.made("2026-03-02T08:00", "0 0 9 ? * MON", MissedPolicy.LATE);

        Occurrence kept = schedules.runNow(schedule);
        transaction.executeWithoutResult(status -> {
            schedules.runNow(schedule);
            status.setRollbackOnly();
        });

        assertThat(probe.effectsOf(schedule.name()))
                .containsExactly(kept.plannedAt().toString());
        assertThat(kept.plannedAt().getNano()).isNotZero();
        assertThat(schedules.nextAfter(schedule, at("2026-03-02T08:00"))).contains(PLANNED);
        assertThat(schedules.lag(at("2026-03-02T09:10"))).hasMinutes(10);
    }

    @Test
    void failure_of_a_run_by_hand_is_the_callers() {
        Schedule schedule = given.made("2026-03-02T08:00", NEVER_IN_THE_TEST, MissedPolicy.LATE);
        probe.behave(schedule.name(), occurrence -> {
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(() -> schedules.runNow(schedule)).hasMessage("no");

        assertThat(given.ledgerOf(schedule)).isEmpty();
    }

    /** Both runs meet inside the task if nothing keeps them apart. */
    private void fireTwiceAtOnce(Schedule schedule) {
        CyclicBarrier start = new CyclicBarrier(2);
        CyclicBarrier inside = new CyclicBarrier(2);
        probe.behave(schedule.name(), occurrence -> meet(inside, 700));
        Runnable firing = () -> {
            meet(start, 10_000);
            ledger.run(rule(schedule), PLANNED, false);
        };

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(firing, Threads.NEW),
                        CompletableFuture.runAsync(firing, Threads.NEW))
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
    }

    private Rule rule(Schedule schedule) {
        return rulebook.rule(schedule);
    }

    private static void meet(CyclicBarrier barrier, long millis) {
        try {
            barrier.await(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | BrokenBarrierException alone) {
            // The other one is kept out: that is what is to be seen.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
