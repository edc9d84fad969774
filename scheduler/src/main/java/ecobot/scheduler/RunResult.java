package ecobot.scheduler;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an occurrence.
 *
 * @param late whether it ran after a missed firing
 * @param byHand whether somebody started it, or said beforehand that it is to be left out
 * @param attempts how often it was tried
 * @param retryAt when it is tried again; null when it is not
 */
public record RunResult(
        Instant plannedAt,
        State state,
        boolean late,
        boolean byHand,
        int attempts,
        @Nullable Instant retryAt) {

    /** How it ended. */
    public enum State {
        DONE,
        /** Left out: missed, or not wanted. */
        SKIPPED,
        FAILED
    }
}
