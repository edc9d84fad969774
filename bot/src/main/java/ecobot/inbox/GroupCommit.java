package ecobot.inbox;

import ecobot.database.PassingTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * One thread stores all messages that wait, with one commit, while the next ones gather: the busier it is, the fewer commits a message
 * costs. A message that waited too long is answered with a failure but stays in the queue, for storing it late does no harm.
 */
@Component
class GroupCommit implements Inbox, SmartLifecycle {

    /** Starts before and stops after whatever delivers messages. */
    static final int PHASE = 1000;

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final int TRIES = 3;
    /** Characters of raw text in one statement; far below what databases take. */
    private static final int MAX_LENGTH = 1_000_000;

    private static final long PAUSE_MILLIS = 50;
    private static final long LOOK_UP_MILLIS = 500;
    private static final long STOP_PATIENCE_MILLIS = 10_000;

    private final InboxWriter writer;
    private final InboxWorkers workers;
    private final InboxSettings settings;
    private final BlockingQueue<Waiting> queue;
    private volatile @Nullable Thread thread;

    GroupCommit(InboxWriter writer, InboxWorkers workers, InboxSettings settings) {
        this.writer = writer;
        this.workers = workers;
        this.settings = settings;
        this.queue = new LinkedBlockingQueue<>(settings.queue());
    }

    @Override
    public CompletableFuture<Void> accept(IncomingMessage message) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        if (!queue.offer(new Waiting(message, stored))) {
            stored.completeExceptionally(new RejectedExecutionException("the inbox takes no more messages for now"));
            return stored;
        }
        return stored.orTimeout(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = new Thread(this::run, "inbox-writer");
            thread.start();
        }
    }

    /** Stores what has been taken in already. */
    @Override
    public synchronized void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        thread = null;
        try {
            running.join(STOP_PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void run() {
        try {
            while (Thread.currentThread() == thread || !queue.isEmpty()) {
                List<Waiting> batch = next();
                if (!batch.isEmpty()) {
                    store(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Waiting> next() throws InterruptedException {
        List<Waiting> batch = new ArrayList<>();
        Waiting next = queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        for (int length = 0; next != null; next = full(batch, length) ? null : queue.poll()) {
            batch.add(next);
            length += next.message().raw().length();
        }
        return batch;
    }

    private boolean full(List<Waiting> batch, int length) {
        return batch.size() >= settings.batch() || length >= MAX_LENGTH;
    }

    private void store(List<Waiting> batch) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                writer.store(batch.stream().map(Waiting::message).toList());
                workers.nudge();
                batch.forEach(waiting -> waiting.stored().complete(null));
                return;
            } catch (RuntimeException | Error e) {
                if (!PassingTrouble.is(e)) {
                    refuse(batch, e);
                    return;
                }
                if (tries == TRIES) {
                    fail(batch, e);
                    return;
                }
                Thread.sleep(PAUSE_MILLIS * tries);
            }
        }
    }

    /** Something is wrong with one of the messages; the others shall not suffer from it. */
    private void refuse(List<Waiting> batch, Throwable failure) throws InterruptedException {
        if (batch.size() == 1) {
            fail(batch, failure);
            return;
        }
        for (Waiting waiting : batch) {
            store(List.of(waiting));
        }
    }

    private static void fail(List<Waiting> batch, Throwable failure) {
        log.error("{} messages could not be stored: {}", batch.size(), PassingTrouble.inShort(failure));
        batch.forEach(waiting -> waiting.stored().completeExceptionally(failure));
    }

    private record Waiting(IncomingMessage message, CompletableFuture<Void> stored) {}
}
