package ecobot.dingtalk;

import java.util.concurrent.TimeUnit;

/**
 * How fast calls may follow each other, said as the platform says it: so many within so long, however they lie in it. A call takes a place, which is free
 * again after the period, and not before a second after its answer: when between the two the platform counted it, nobody knows. So a broadcast
 * begins with all places at once instead of one by one, no second has more calls than places, and a call that was slow on its way makes none of its
 * neighbours one too many.
 *
 * <p>There are a third more places than calls in a second, twenty at most, for the platform turns away the twenty-first of a second.
 */
record PaceRule(int places, long periodNanos) {

    private static final int MOST = 20;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    static PaceRule of(double callsPerSecond) {
        int places = (int) Math.min(MOST, Math.ceil(callsPerSecond * 4 / 3));
        return new PaceRule(places, Math.round(places / callsPerSecond * SECOND));
    }

    /** How long a place has to rest after the answer; less than a second only when more than twenty calls a second are allowed. */
    private long restNanos() {
        return Math.min(periodNanos, SECOND);
    }

    /** By how much a place is free later because its call took so long from its slot to its answer; 0 when it is not. */
    long lateNanos(long tookNanos) {
        return Math.max(0, tookNanos + restNanos() - periodNanos);
    }

    long restMicros() {
        return TimeUnit.NANOSECONDS.toMicros(restNanos());
    }

    long periodMicros() {
        return TimeUnit.NANOSECONDS.toMicros(periodNanos);
    }
}
