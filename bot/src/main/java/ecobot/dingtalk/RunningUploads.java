package ecobot.dingtalk;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The uploads of this node. The same content is uploaded once, whoever wants it meanwhile, and an upload goes on when those who wait for it cannot any
 * longer. A failure that cost a call is kept for a while: who comes back for the outcome finds it, and does not begin anew.
 */
final class RunningUploads {

    private static final int AT_ONCE = 4;

    /** Longer than the pause of those who come back for a running upload, shorter than that of those who know that it failed. */
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(30);

    private static final Duration TO_JOIN = Duration.ofSeconds(2);

    private final Map<String, Running> byContent = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads;

    RunningUploads() {
        CustomizableThreadFactory daemons = new CustomizableThreadFactory("dingtalk-upload-");
        daemons.setDaemon(true);
        threads = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), daemons);
        threads.allowCoreThreadTimeOut(true);
    }

    /** What uploads, and answers the platform's id. */
    interface Upload {
        String make() throws CallFailed;
    }

    /**
     * The id of what is uploaded, by {@code upload} unless the content is being uploaded already.
     *
     * @param patience how long an upload is waited for, counted from its begin; who joins one waits for two seconds at most, or all senders would
     *     wait for the same one
     * @throws CallFailed with the remedy "goes on" when it takes longer
     */
    String await(String content, Duration patience, Upload upload) throws CallFailed {
        Running own = new Running();
        Running running =
                byContent.compute(content, (any, known) -> known == null || known.isForgotten() ? own : known);
        if (running == own) {
            begin(content, own, upload);
        }
        long wait = Math.min(running.leftOf(patience), (running == own ? patience : TO_JOIN).toNanos());
        try {
            return running.end.get(wait, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new CallFailed(Faults.of(Faults.UPLOADING));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed(Faults.of(Faults.INTERRUPTED));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CallFailed failed) {
                throw new CallFailed(failed.fault());
            }
            throw new IllegalStateException("an upload failed", e.getCause());
        }
    }

    void stop() {
        threads.shutdownNow();
    }

    private void begin(String content, Running running, Upload upload) {
        threads.execute(() -> {
            Fault fault = running.make(upload);
            if (fault == null || !fault.isCharged()) {
                byContent.remove(content, running);
            }
        });
    }

    private static final class Running {
        private final long begunAt = System.nanoTime();
        private final CompletableFuture<String> end = new CompletableFuture<>();
        private volatile long endedAt = begunAt;

        /** How it failed by the platform's fault; null when it did not. */
        @Nullable
        Fault make(Upload upload) {
            try {
                end.complete(upload.make());
                return null;
            } catch (CallFailed e) {
                endedAt = System.nanoTime();
                end.completeExceptionally(e);
                return e.fault();
            } catch (RuntimeException | Error e) {
                end.completeExceptionally(e);
                return null;
            }
        }

        boolean isForgotten() {
            return end.isDone() && System.nanoTime() - endedAt > FAILURE_KEPT.toNanos();
        }

        long leftOf(Duration patience) {
            return Math.max(0, begunAt + patience.toNanos() - System.nanoTime());
        }
    }
}
