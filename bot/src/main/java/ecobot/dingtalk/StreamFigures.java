package ecobot.dingtalk;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What happened on the stream so far: counters since the start, and when the last frame came. Thread-safe. */
@Component
class StreamFigures {

    private final Clock machineClock;
    private final LongAdder frames = new LongAdder();
    private final LongAdder badFrames = new LongAdder();
    private final LongAdder reconnects = new LongAdder();
    private final LongAdder acksLost = new LongAdder();
    private volatile @Nullable Instant lastFrameAt;

    StreamFigures(@Qualifier("machineClock") Clock machineClock) {
        this.machineClock = machineClock;
    }

    void frameArrived() {
        frames.increment();
        lastFrameAt = machineClock.instant();
    }

    void badFrame() {
        badFrames.increment();
    }

    void reconnected() {
        reconnects.increment();
    }

    /** Counts answers that could not be written. */
    LongAdder acksLost() {
        return acksLost;
    }

    long frames() {
        return frames.sum();
    }

    long badFrames() {
        return badFrames.sum();
    }

    long reconnects() {
        return reconnects.sum();
    }

    /** By the machine's clock; null before the first. */
    @Nullable
    Instant lastFrameAt() {
        return lastFrameAt;
    }
}
