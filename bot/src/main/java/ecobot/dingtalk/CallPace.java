package ecobot.dingtalk;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Spreads the calls of one node evenly, so that its allowance per second is never overdrawn, not even within a second. */
class CallPace implements Pace {

    private final long interval;
    private final LongSupplier nanos;
    private long next;

    CallPace(int callsPerSecond, LongSupplier nanos) {
        interval = TimeUnit.SECONDS.toNanos(1) / callsPerSecond;
        this.nanos = nanos;
        next = nanos.getAsLong();
    }

    @Override
    public void await() throws InterruptedException {
        long wait = take();
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }

    /** Takes the next slot and says how far off it is, in nanoseconds. */
    synchronized long take() {
        long now = nanos.getAsLong();
        long slot = next - now > 0 ? next : now;
        next = slot + interval;
        return slot - now;
    }
}
