package ecobot.dingtalk;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Spreads Open API calls evenly, so that the app's allowance per second is never overdrawn, not even within a second. */
@Component
class CallPace {

    private final long interval;
    private final LongSupplier nanos;
    private long next;

    @Autowired
    CallPace(DingTalkSettings settings) {
        this(settings.callsPerSecond(), System::nanoTime);
    }

    CallPace(int callsPerSecond, LongSupplier nanos) {
        interval = TimeUnit.SECONDS.toNanos(1) / callsPerSecond;
        this.nanos = nanos;
        next = nanos.getAsLong();
    }

    /** Waits for the caller's turn. */
    void await() throws InterruptedException {
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
