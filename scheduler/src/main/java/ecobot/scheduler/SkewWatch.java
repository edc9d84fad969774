package ecobot.scheduler;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Compares this machine's clock with the database's. What the call itself took is in doubt and counts for the machine. */
@Component
class SkewWatch {

    private static final int MILLIS_DIGITS = 3;

    private final DatabaseClockMapper database;
    private final Clock machineClock;

    SkewWatch(DatabaseClockMapper database, @Qualifier("machineClock") Clock machineClock) {
        this.database = database;
        this.machineClock = machineClock;
    }

    /** How far apart the clocks are at least; zero when the difference may be the call's duration. */
    Duration skew() {
        Instant before = machineClock.instant();
        BigDecimal seconds = database.seconds();
        Instant after = machineClock.instant();
        Instant there =
                Instant.ofEpochMilli(seconds.movePointRight(MILLIS_DIGITS).longValue());
        if (there.isBefore(before)) {
            return Duration.between(there, before);
        }
        return there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
    }
}
