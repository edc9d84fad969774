package ecobot.testing;

import java.util.concurrent.Executor;

/** Threads for what has to happen at the same time: Java's shared pool has a single one on a machine of two cores. */
public final class Threads {

    /** A thread for each task. */
    public static final Executor NEW = task -> {
        var thread = new Thread(task, "at-the-same-time");
        thread.setDaemon(true);
        thread.start();
    };

    private Threads() {}
}
