package ecobot.dingtalk;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How many frames wait for the database, and whether there is room for another one. Frames are never dropped: reading stops. */
final class WaitingFrames {

    private final int maxFrames;
    private final long maxChars;
    private final AtomicInteger frames = new AtomicInteger();
    private final AtomicLong chars = new AtomicLong();

    WaitingFrames(int maxFrames, long maxChars) {
        this.maxFrames = maxFrames;
        this.maxChars = maxChars;
    }

    void enter(int length) {
        frames.incrementAndGet();
        chars.addAndGet(length);
    }

    void leave(int length) {
        chars.addAndGet(-length);
        frames.decrementAndGet();
    }

    boolean isFull() {
        return frames.get() >= maxFrames || chars.get() >= maxChars;
    }

    boolean isEmpty() {
        return frames.get() == 0;
    }
}
