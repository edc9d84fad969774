package ecobot.ranking;

import ecobot.chat.TakenBack;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether a table was posted as it is. What was taken back by mistake may be posted again although nothing in it has changed, but by hand
 * only: a schedule that comes by later does not know why it was taken back.
 */
@Component
class PostedAlready {

    private final Snapshots snapshots;
    private final TakenBack recalls;

    PostedAlready(Snapshots snapshots, TakenBack recalls) {
        this.snapshots = snapshots;
        this.recalls = recalls;
    }

    /** The table as it was posted with the same figures. */
    Optional<Snapshot> same(LeagueTable table) {
        return snapshots
                .latest(table.period())
                .filter(posted -> posted.content().table().sameAs(table));
    }

    /** Whether what was posted last of it was taken back. */
    boolean isTakenBack(Snapshot posted) {
        return recalls.isTakenBack(snapshots.postedBy(posted));
    }
}
