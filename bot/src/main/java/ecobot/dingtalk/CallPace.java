package ecobot.dingtalk;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Keeps the calls of one node within its allowance, whichever second one looks at. */
class CallPace implements Pace {

    private final PaceRule rule;
    private final LongSupplier nanos;
    private final long[] freeAt;

    CallPace(PaceRule rule, LongSupplier nanos) {
        this.rule = rule;
        this.nanos = nanos;
        freeAt = new long[rule.places()];
        Arrays.fill(freeAt, nanos.getAsLong());
    }

    @Override
    public Optional<Turn> await(Duration longest) throws InterruptedException {
        var taken = take(longest).orElse(null);
        if (taken == null) {
            return Optional.empty();
        }
        long wait = taken.slot() - nanos.getAsLong();
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
        return Optional.of(() -> over(taken));
    }

    /** Takes the place that is free first, unless that is later than after {@code longest}. */
    synchronized Optional<Taken> take(Duration longest) {
        int place = 0;
        for (int other = 1; other < freeAt.length; other++) {
            if (freeAt[other] - freeAt[place] < 0) {
                place = other;
            }
        }
        long now = nanos.getAsLong();
        long slot = freeAt[place] - now > 0 ? freeAt[place] : now;
        if (slot - now > longest.toNanos()) {
            return Optional.empty();
        }
        freeAt[place] = slot + rule.periodNanos();
        return Optional.of(new Taken(place, slot));
    }

    /** Unless somebody has taken the place again meanwhile, it is free later by what the call took too long. */
    synchronized void over(Taken taken) {
        long due = taken.slot() + rule.periodNanos();
        if (freeAt[taken.place()] == due) {
            freeAt[taken.place()] = due + rule.lateNanos(nanos.getAsLong() - taken.slot());
        }
    }

    /** A place, and when it is used. */
    record Taken(int place, long slot) {}
}
