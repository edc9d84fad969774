package ecobot.testing;

import java.util.concurrent.Executor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** Threads for what has to happen at the same time: Java's shared pool has a single one on a machine of two cores. */
public final class Threads {

    /** A thread for each task. */
    public static final Executor NEW = new SimpleAsyncTaskExecutor("at-the-same-time-");

    private Threads() {}
}
