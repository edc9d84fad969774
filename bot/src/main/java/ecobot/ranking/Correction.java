package ecobot.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a granted appeal changes: a posted table, and the posted ones whose codes followed from it.
 *
 * @param changes the corrected table first, then the later ones in order; empty when nothing changes
 */
record Correction(List<Change> changes) {

    Correction {
        changes = List.copyOf(changes);
    }

    /** A posted table and what takes its place. */
    record Change(Snapshot posted, LeagueTable after) {
        LeagueTable before() {
            return posted.content().table();
        }
    }

    /**
     * Follows a changed table through those that were posted after it: their figures stay, and so do their ranks. A table whose codes and series
     * stay as they are ends it.
     *
     * @param later posted tables of the same kind after {@code posted}, in order
     */
    static Correction of(Snapshot posted, LeagueTable after, List<Snapshot> later) {
        var changes = new ArrayList<Change>();
        if (!posted.content().table().sameAs(after)) {
            changes.add(new Change(posted, after));
            follow(after, later, changes);
        }
        return new Correction(changes);
    }

    private static void follow(LeagueTable corrected, List<Snapshot> later, List<Change> changes) {
        var before = corrected;
        for (var next : later) {
            var table = next.content().table();
            if (!table.period().previous().equals(before.period())) {
                return;
            }
            var after = table.following(before);
            if (codings(after).equals(codings(table))) {
                return;
            }
            changes.add(new Change(next, after));
            before = after;
        }
    }

    private static List<Coding> codings(LeagueTable table) {
        return table.rows().stream().map(LeagueTable.Row::coding).toList();
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    Optional<Change> first() {
        return changes.stream().findFirst();
    }
}
