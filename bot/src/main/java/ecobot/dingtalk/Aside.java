package ecobot.dingtalk;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Where work goes that a frame causes and that waits for the database: not on the thread that reads frames, nor on the pool that all of Java shares, which
 * has a single thread on a machine of two cores. No {@code Executor} itself: Spring would take it for the one of the whole application.
 */
@Component
class Aside {

    private static final int THREADS = 2;

    private final ExecutorService pool;

    Aside() {
        var threads = new CustomizableThreadFactory("frame-aside-");
        threads.setDaemon(true);
        this.pool = Executors.newFixedThreadPool(THREADS, threads);
    }

    CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, pool);
    }

    <T> CompletableFuture<T> ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, pool);
    }

    @PreDestroy
    void close() {
        pool.shutdown();
    }
}
