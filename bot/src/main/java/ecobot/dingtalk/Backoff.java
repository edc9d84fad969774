package ecobot.dingtalk;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt to connect: doubling from a first wait to a longest one, with jitter, so that many bots do not come
 * back in step. Not thread-safe.
 */
final class Backoff {

    private final DoubleSupplier random;
    private int failures;

    /**
     * A back-off without failures.
     *
     * @param random numbers in [0, 1)
     */
    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    void reset() {
        failures = 0;
    }

    /** Notes one more failure of that kind and says how long to wait: between half of the full wait and the whole of it. */
    Duration after(Kind kind) {
        long full = kind.first.toMillis() << Math.min(failures++, 16);
        double wait = Math.min(full, kind.longest.toMillis()) * (0.5 + random.getAsDouble() / 2);
        return Duration.ofMillis((long) wait);
    }

    /** Why another attempt is needed. */
    enum Kind {
        /** The platform said no: credentials, permission. */
        REFUSED(Duration.ofSeconds(2), Duration.ofSeconds(60)),
        /** Nobody answered. */
        UNREACHABLE(Duration.ofMillis(500), Duration.ofSeconds(30)),
        /** A link came up and fell at once. */
        FELL_AT_ONCE(Duration.ofMillis(50), Duration.ofSeconds(1));

        private final Duration first;
        private final Duration longest;

        Kind(Duration first, Duration longest) {
            this.first = first;
            this.longest = longest;
        }
    }
}
