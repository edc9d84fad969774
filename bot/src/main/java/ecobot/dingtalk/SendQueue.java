package ecobot.dingtalk;

import java.net.http.WebSocket;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends texts over one WebSocket, one after the other: the JDK refuses a second text while one is under way. Any thread may offer; whoever
 * finds the queue idle sends, without recursion, however long it has become.
 */
final class SendQueue {

    private final WebSocket socket;
    private final LongAdder lost;
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger work = new AtomicInteger();

    /**
     * A queue for {@code socket}.
     *
     * @param lost counts the texts that could not be written
     */
    SendQueue(WebSocket socket, LongAdder lost) {
        this.socket = socket;
        this.lost = lost;
    }

    void offer(String text) {
        waiting.add(text);
        if (work.getAndIncrement() == 0) {
            drain();
        }
    }

    boolean isIdle() {
        return work.get() == 0;
    }

    private void drain() {
        do {
            CompletableFuture<?> sending = send(waiting.remove());
            if (!sending.isDone()) {
                sending.whenComplete((sent, problem) -> {
                    count(problem != null);
                    if (work.decrementAndGet() > 0) {
                        drain();
                    }
                });
                return;
            }
            count(sending.isCompletedExceptionally());
        } while (work.decrementAndGet() > 0);
    }

    private CompletableFuture<?> send(String text) {
        try {
            return socket.sendText(text, true);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void count(boolean failed) {
        if (failed) {
            lost.increment();
        }
    }
}
