package ecobot.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reserves lanes for this node. A lease keeps the order; that a message is handled once only does not depend on it. Used by one thread but
 * for {@link #renewed}.
 */
@Component
class Leases {

    private static final int PAGE = 256;

    private final LaneMapper lanes;
    private final InboxSettings settings;
    private final Clock machineClock;
    private final TransactionTemplate transaction;
    private final String node = UUID.randomUUID().toString();
    private String cursor = "";

    Leases(
            LaneMapper lanes,
            InboxSettings settings,
            @Qualifier("machineClock") Clock machineClock,
            PlatformTransactionManager transactions) {
        this.lanes = lanes;
        this.settings = settings;
        this.machineClock = machineClock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Reserves free lanes in which messages wait. Goes on where it ended the last time, so that no lane is left out.
     *
     * @param most how many at most
     * @param held lanes that this node has already
     */
    List<Lease> claim(int most, Set<String> held) {
        List<Lease> claimed = new ArrayList<>();
        boolean wrapped = cursor.isEmpty();
        while (claimed.size() < most) {
            List<String> page = lanes.waiting(cursor, PAGE);
            claimed.addAll(claim(page, most - claimed.size(), held));
            if (claimed.size() < most && page.size() < PAGE) {
                cursor = "";
                if (wrapped) {
                    break;
                }
                wrapped = true;
            }
        }
        return claimed;
    }

    private List<Lease> claim(List<String> page, int most, Set<String> held) {
        List<Lease> claimed = new ArrayList<>();
        for (int from = 0; from < page.size() && claimed.size() < most; ) {
            List<String> wanted = page.subList(from, Math.min(page.size(), from + most - claimed.size()));
            from += wanted.size();
            cursor = wanted.get(wanted.size() - 1);
            Set<String> free = new HashSet<>(wanted);
            free.removeAll(held);
            if (!free.isEmpty()) {
                claimed.addAll(transaction.execute(
                        status -> lease(free.stream().sorted().toList())));
            }
        }
        return claimed;
    }

    /** In sorted order, so that nodes wait for each other instead of locking each other out. */
    private List<Lease> lease(List<String> sorted) {
        Instant now = machineClock.instant();
        Instant until = now.plus(settings.lease());
        lanes.lease(sorted, node, now, until);
        return lanes.leased(sorted, node).stream()
                .map(lane -> new Lease(lane, until))
                .toList();
    }

    /** Gives lanes back. */
    void release(Collection<String> drained) {
        if (!drained.isEmpty()) {
            lanes.release(drained, node, machineClock.instant());
        }
    }

    /** Whether the lane is still reserved; prolongs it when half of its time is over. */
    boolean renewed(Lease lease) {
        Instant now = machineClock.instant();
        if (!now.isBefore(lease.until)) {
            return false;
        }
        if (now.isBefore(lease.until.minus(settings.lease().dividedBy(2)))) {
            return true;
        }
        Instant until = now.plus(settings.lease());
        if (lanes.renew(lease.lane, node, until) == 0) {
            return false;
        }
        lease.until = until;
        return true;
    }

    /** A lane that is reserved for this node until then. */
    static final class Lease {
        private final String lane;
        private volatile Instant until;

        private Lease(String lane, Instant until) {
            this.lane = lane;
            this.until = until;
        }

        String lane() {
            return lane;
        }
    }
}
