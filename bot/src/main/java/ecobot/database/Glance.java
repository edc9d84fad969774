package ecobot.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A figure that is looked up at most every few seconds, however many ask for it. Thread-safe. */
public final class Glance<T> implements Supplier<T> {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Clock machineClock;
    private final Supplier<T> lookUp;
    private @Nullable Seen<T> seen;

    public Glance(Clock machineClock, Supplier<T> lookUp) {
        this.machineClock = machineClock;
        this.lookUp = lookUp;
    }

    @Override
    public synchronized T get() {
        Instant now = machineClock.instant();
        Seen<T> last = seen;
        if (last == null || last.at().plus(FRESH).isBefore(now)) {
            last = new Seen<>(now, lookUp.get());
            seen = last;
        }
        return last.figure();
    }

    private record Seen<T>(Instant at, T figure) {}
}
