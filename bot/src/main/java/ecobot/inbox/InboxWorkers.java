package ecobot.inbox;

import ecobot.database.PassingTrouble;
import ecobot.database.Rounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Works the inbox off. One thread gives back the lanes that are empty and reserves others; a few workers handle the messages of a lane one
 * after the other, a handful at a time, so that a long lane keeps no other waiting.
 */
@Component
class InboxWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InboxWorkers.class);
    private static final int HANDFUL = 20;
    private static final Duration TROUBLE_PAUSE = Duration.ofMillis(500);
    private static final long STOP_PATIENCE_SECONDS = 10;

    private final Leases leases;
    private final InboxMapper inbox;
    private final Handling handling;
    private final InboxSettings settings;
    private final Rounds rounds;
    private final Map<String, Leases.Lease> held = new ConcurrentHashMap<>();
    private final Queue<String> drained = new ConcurrentLinkedQueue<>();
    private volatile @Nullable ScheduledThreadPoolExecutor pool;

    InboxWorkers(Leases leases, InboxMapper inbox, Handling handling, InboxSettings settings) {
        this.leases = leases;
        this.inbox = inbox;
        this.handling = handling;
        this.settings = settings;
        this.rounds = new Rounds("inbox-lanes", settings.poll(), this::round);
    }

    /** Says that messages were stored. */
    void nudge() {
        rounds.nudge();
    }

    @Override
    public synchronized void start() {
        ScheduledThreadPoolExecutor workers =
                new ScheduledThreadPoolExecutor(settings.workers(), new CustomizableThreadFactory("inbox-worker-"));
        workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        pool = workers;
        rounds.start();
    }

    /** Lets every worker end the message that it is at, and gives the lanes back. */
    @Override
    public synchronized void stop() {
        rounds.stop();
        ScheduledThreadPoolExecutor running = pool;
        pool = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            running.awaitTermination(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS);
            leases.release(held.keySet());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("The lanes stay reserved for a while: {}", PassingTrouble.inShort(e));
        }
        held.clear();
        drained.clear();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }

    @Override
    public int getPhase() {
        return GroupCommit.PHASE - 1;
    }

    private void round() {
        giveBack();
        int room = settings.lanes() - held.size();
        if (room > 0) {
            leases.claim(room, held.keySet()).forEach(this::begin);
        }
    }

    /** Before looking for work: a message that came in while its lane was being emptied is found by the claim that follows. */
    private void giveBack() {
        List<String> empty = new ArrayList<>();
        for (String lane = drained.poll(); lane != null; lane = drained.poll()) {
            empty.add(lane);
        }
        try {
            leases.release(empty);
        } finally {
            empty.forEach(held::remove);
        }
    }

    private void begin(Leases.Lease lease) {
        held.put(lease.lane(), lease);
        again(lease, Duration.ZERO);
    }

    private void again(Leases.Lease lease, Duration delay) {
        ScheduledThreadPoolExecutor running = pool;
        if (running != null && !running.isShutdown()) {
            running.schedule(() -> work(lease), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void work(Leases.Lease lease) {
        try {
            Progress progress = handleSome(lease);
            if (progress.drained()) {
                drained.add(lease.lane());
                rounds.nudge();
            } else {
                again(lease, progress.pause());
            }
        } catch (RuntimeException | Error e) {
            if (PassingTrouble.is(e)) {
                log.warn("A lane of the inbox has to wait for the database: {}", PassingTrouble.inShort(e));
            } else {
                log.error("A lane of the inbox could not be worked off", e);
            }
            again(lease, TROUBLE_PAUSE);
        }
    }

    private Progress handleSome(Leases.Lease lease) {
        List<StoredMessage> messages = inbox.waiting(lease.lane(), HANDFUL);
        for (StoredMessage message : messages) {
            if (pool == null || !leases.renewed(lease)) {
                return Progress.END;
            }
            Duration pause = handling.handle(message);
            if (!pause.isZero()) {
                return new Progress(false, pause);
            }
        }
        return messages.size() < HANDFUL ? Progress.END : Progress.MORE;
    }

    /** How a lane goes on. */
    private record Progress(boolean drained, Duration pause) {
        static final Progress END = new Progress(true, Duration.ZERO);
        static final Progress MORE = new Progress(false, Duration.ZERO);
    }
}
