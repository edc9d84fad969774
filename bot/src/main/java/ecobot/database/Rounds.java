package ecobot.database;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that looks for work when it is nudged, and every so often in case the work came in elsewhere. A nudge during a round leads to
 * another round, so none is lost. A round that fails is logged, and the next one follows after a pause; as long as the database is away, only
 * the first failure and one a minute are.
 */
public final class Rounds {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<Boolean> nudges = new ArrayBlockingQueue<>(1);
    private final String name;
    private final Duration every;
    private final Runnable round;
    private final Outage outage;
    private volatile @Nullable Thread thread;

    /**
     * @param name of the thread
     * @param every the longest time without a round
     */
    public Rounds(String name, Duration every, Runnable round) {
        this.name = name;
        this.every = every;
        this.round = round;
        this.outage = new Outage(name);
    }

    /** Starts the thread; can be stopped and started again. */
    public synchronized void start() {
        if (thread == null) {
            thread = new Thread(this::run, name);
            thread.start();
        }
    }

    /** Ends the thread after the round that is running, if that ends soon. */
    public synchronized void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        thread = null;
        nudge();
        try {
            running.join(STOP_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return thread != null;
    }

    /** Asks for a round as soon as possible. Never blocks. */
    public void nudge() {
        nudges.offer(true);
    }

    /** Asks for a round after {@code delay}. */
    public void nudgeAfter(Duration delay) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::nudge);
    }

    private void run() {
        try {
            while (Thread.currentThread() == thread) {
                nudges.poll(doRound() ? every.toMillis() : 0, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean doRound() throws InterruptedException {
        try {
            round.run();
            outage.over();
            return true;
        } catch (RuntimeException | Error e) {
            if (PassingTrouble.is(e)) {
                outage.goesOn(e);
            } else {
                log.error("A round of {} failed", name, e);
            }
            Thread.sleep(PAUSE_AFTER_FAILURE.toMillis());
            return false;
        }
    }
}
