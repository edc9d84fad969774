package ecobot.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that runs like the machine's and can be set to another time. For the try-it mode and for tests; production uses the machine's
 * clock. Thread-safe.
 */
public final class SettableClock extends Clock {

    private final Clock machine;
    private volatile Duration offset = Duration.ZERO;

    /** A clock that shows the time of {@code machine} until it is set. */
    public SettableClock(Clock machine) {
        this.machine = machine;
    }

    /** Makes the clock show {@code now}; it runs on from there. */
    public void set(Instant now) {
        offset = Duration.between(machine.instant(), now);
    }

    /** By how much the clock differs from the machine's. */
    public Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return Zone.SHANGHAI;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        if (zone.equals(getZone())) {
            return this;
        }
        throw new UnsupportedOperationException("the bureau has one time zone");
    }
}
