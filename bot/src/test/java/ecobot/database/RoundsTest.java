package ecobot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.TransientDataAccessResourceException;

class RoundsTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void nudge_during_a_round_leads_to_another_one() throws InterruptedException {
        CountDownLatch inRound = new CountDownLatch(1);
        CountDownLatch nudged = new CountDownLatch(1);
        Rounds rounds = new Rounds("test", NEVER, () -> {
            inRound.countDown();
            awaitLatch(nudged);
            done.incrementAndGet();
        });

        rounds.start();
        inRound.await();
        rounds.nudge();
        nudged.countDown();

        await().until(() -> done.get() == 2);
        rounds.stop();
    }

    @Test
    void round_that_fails_is_followed_by_another_one() {
        Rounds rounds = new Rounds("test", NEVER, () -> {
            if (done.incrementAndGet() == 1) {
                throw new IllegalStateException("told to fail");
            }
        });

        rounds.start();

        await().until(() -> done.get() == 2);
        rounds.stop();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void database_that_is_away_is_told_when_it_goes_and_when_it_comes_not_at_every_try(CapturedOutput log) {
        Rounds rounds = new Rounds("test", NEVER, () -> {
            if (done.incrementAndGet() <= 3) {
                throw new TransientDataAccessResourceException("told to fail");
            }
        });

        rounds.start();

        await().untilAsserted(() -> assertThat(log).contains("test goes on after"));
        rounds.stop();
        assertThat(log).containsOnlyOnce("test has to wait for the database");
    }

    @Test
    void stopped_rounds_can_start_again() {
        Rounds rounds = new Rounds("test", NEVER, done::incrementAndGet);

        rounds.start();
        await().until(() -> done.get() == 1);
        rounds.stop();
        assertThat(rounds.isRunning()).isFalse();
        rounds.start();

        await().until(() -> done.get() == 2);
        rounds.stop();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
