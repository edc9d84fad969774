package ecobot.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** When a run that failed is tried again: four times within the hour, at growing distance. */
final class BackOff {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(30));

    private BackOff() {}

    /** @param attempts how often it was tried, 1 or more */
    static Optional<Instant> retryAt(Instant now, int attempts) {
        return attempts > PAUSES.size()
                ? Optional.empty()
                : Optional.of(now.plus(PAUSES.get(attempts - 1)).truncatedTo(ChronoUnit.MILLIS));
    }
}
