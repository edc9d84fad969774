package ecobot.scheduler;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest planned occurrence of a schedule that is in the ledger.
 *
 * @param failed whether it failed and was not made good yet
 * @param attempts how often it was tried
 * @param retryAt when it is to be tried again; null when it is not
 */
record LastRun(
        long id,
        Instant plannedAt,
        boolean failed,
        int attempts,
        @Nullable Instant retryAt) {}
