package ecobot.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Limits of speed, each over a sliding window, by the application's clock. */
final class Rates {

    static final int CALLS_PER_SECOND = 20;
    static final int ROBOT_MESSAGES_PER_MINUTE = 20;
    static final Duration BAN = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    Rates(Clock clock) {
        this.clock = clock;
    }

    /** Whether an app may call an API once more in this second. */
    boolean allowsCall(String clientId, String api) {
        return window("call " + clientId + " " + api)
                .allows(clock.instant(), CALLS_PER_SECOND, Duration.ofSeconds(1), Duration.ZERO);
    }

    /** Whether a robot may speak: 20 times a minute; who goes beyond is silenced for ten minutes. */
    boolean allowsMessage(String robot) {
        return window("robot " + robot).allows(clock.instant(), ROBOT_MESSAGES_PER_MINUTE, Duration.ofMinutes(1), BAN);
    }

    private Window window(String key) {
        return windows.computeIfAbsent(key, unused -> new Window());
    }

    /** What is said to have happened after now was before the clock was set back, and counts no more. */
    private static final class Window {
        private final ArrayDeque<Instant> taken = new ArrayDeque<>();
        private Instant silencedAt = Instant.MIN;

        synchronized boolean allows(Instant now, int limit, Duration length, Duration ban) {
            if (isWithin(ban, silencedAt, now)) {
                return false;
            }
            taken.removeIf(at -> !isWithin(length, at, now));
            if (taken.size() >= limit) {
                silencedAt = now;
                return false;
            }
            taken.addLast(now);
            return true;
        }

        private static boolean isWithin(Duration length, Instant from, Instant now) {
            return !now.isBefore(from) && now.minus(length).isBefore(from);
        }
    }
}
