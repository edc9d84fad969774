package ecobot.scheduler;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a schedule stands.
 *
 * @param accountedUpTo every planned time up to this one is in the ledger or was never to be
 * @param last its latest planned occurrence; null when it has had none
 */
record Standing(Instant accountedUpTo, @Nullable LastRun last) {

    /** When its latest occurrence, which failed, is to be tried again. Once a newer one is recorded, an older one is let go. */
    Optional<Instant> retryAt() {
        return last == null ? Optional.empty() : Optional.ofNullable(last.retryAt());
    }

    /** When there is something to do next, which may lie in the past. */
    Optional<Instant> nextMoment(Plan plan) {
        Optional<Instant> planned = plan.nextAfter(accountedUpTo);
        return retryAt()
                .filter(retry -> planned.filter(retry::isAfter).isEmpty())
                .or(() -> planned);
    }
}
