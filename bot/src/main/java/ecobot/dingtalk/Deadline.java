package ecobot.dingtalk;

import java.time.Duration;

/** When something made of several calls has to be over. */
final class Deadline {

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** How far off it is; never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, at - System.nanoTime()));
    }

    /**
     * Makes sure that a call which may take {@code time} ends before the deadline.
     *
     * @throws CallFailed when it might not; nothing happened then, and what was already done need not be done again
     */
    void require(Duration time) throws CallFailed {
        if (left().compareTo(time) < 0) {
            throw new CallFailed(Faults.of(Faults.NO_TIME));
        }
    }
}
