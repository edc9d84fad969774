package ecobot.ranking;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A table as an answer to who asked for it. Reads like the table that it holds, so that all of them share a template's rows.
 *
 * @param number what a posted table is called by; empty when it was not posted
 * @param version of a posted table
 * @param postedAt when it was; null when it was not
 * @param unposted whether its period is over and it was not posted all the same
 */
record RankView(
        TableView table,
        String number,
        int version,
        @Nullable Instant postedAt,
        boolean unposted) implements TableRows {

    static RankView of(PostedTables.Asked asked) {
        var snapshot = asked.snapshot();
        return snapshot == null ? unposted(asked.view()) : posted(snapshot, asked.view());
    }

    private static RankView posted(Snapshot snapshot, TableView table) {
        return new RankView(table, Long.toString(snapshot.id()), snapshot.version(), snapshot.postedAt(), false);
    }

    /** The same as far as it is shown to somebody who answers for some units. */
    RankView extract(LeagueTable of, Collection<Long> own, TableWords words) {
        return new RankView(Extract.of(of, table, own, words), number, version, postedAt, unposted);
    }

    static RankView unposted(TableView table) {
        return new RankView(table, "", 0, null, !table.partial());
    }
}
