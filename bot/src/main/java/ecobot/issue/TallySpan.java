package ecobot.issue;

import java.time.Instant;

/**
 * What is counted.
 *
 * @param from inclusive
 * @param to exclusive
 * @param now as of when: what happened at this instant or later did not happen, so that the figures of a period that is over stay as they were
 * @param longBefore what fell due before this and is open is overdue for long; the caller knows working days
 * @param veryLongBefore likewise for very long; at {@code longBefore} or earlier
 */
public record TallySpan(Instant from, Instant to, Instant now, Instant longBefore, Instant veryLongBefore) {

    public TallySpan {
        if (veryLongBefore.isAfter(longBefore)) {
            throw new IllegalArgumentException("very long is longer than long: " + veryLongBefore);
        }
    }

    /** Without regard to how long something is overdue. */
    public static TallySpan of(Instant from, Instant to, Instant now) {
        return new TallySpan(from, to, now, Instant.EPOCH, Instant.EPOCH);
    }
}
