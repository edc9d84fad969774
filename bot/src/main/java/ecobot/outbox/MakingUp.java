package ecobot.outbox;

import ecobot.outbox.RefusedExtras.Extra;
import ecobot.outbox.RefusedExtras.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes up for extras that were refused for want of a permission. An hour after the last refusal one is sent again; when one went since, all the others
 * are, each as it stands by then. So a permission that comes late brings all that is still to come, and one that never comes costs a call an hour.
 */
public final class MakingUp {

    private static final Logger log = LoggerFactory.getLogger(MakingUp.class);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final RefusedExtras refused;
    private final Extra extra;
    private final TransactionTemplate transaction;
    private final Clock machineClock;

    /** @param machineClock by which messages are refused */
    public MakingUp(RefusedExtras refused, Extra extra, TransactionTemplate transaction, Clock machineClock) {
        this.refused = refused;
        this.extra = extra;
        this.transaction = transaction;
        this.machineClock = machineClock;
    }

    /** How one is said anew. */
    public interface Again {
        /** @return false when it is of no use any more or only to be taken away: that may never have been made, and proves nothing */
        boolean say(Refused one);
    }

    /** Does what is to be done now, on one node, in a transaction. */
    public void look(Again again) {
        transaction.executeWithoutResult(status -> makeUp(refused.lock(extra), again));
    }

    private void makeUp(List<Refused> missing, Again again) {
        if (missing.isEmpty()) {
            return;
        }
        Instant last = missing.get(missing.size() - 1).at();
        if (refused.wentAfter(extra, last)) {
            log.info("{} of kind {} that lacked a permission are made up for", missing.size(), extra);
            missing.forEach(again::say);
            refused.settle(missing);
        } else if (!machineClock.instant().isBefore(last.plus(PATIENCE))) {
            tryOne(missing, again);
        }
    }

    private void tryOne(List<Refused> missing, Again again) {
        for (var one : missing) {
            boolean comes = again.say(one);
            refused.settle(List.of(one));
            if (comes) {
                return;
            }
        }
    }
}
