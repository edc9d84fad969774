package ecobot.ranking;

import ecobot.chat.Reply;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table as it was posted, asked for by the number that is printed under it.
 *
 * @param version in force by now
 * @param newer number of that one; 0 when the table is in force itself
 */
record NumberedTable(TableView table, int version, long newer) implements TableRows {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /**
     * An answer.
     *
     * @param own units that are shown wherever they stand
     * @return empty when {@code folded} is no number of a posted table
     */
    static Optional<Reply> asked(String folded, Set<Long> own, Snapshots snapshots, TableWords words) {
        if (!NUMBER.matcher(folded).matches()) {
            return Optional.empty();
        }
        return snapshots.numbered(Long.parseLong(folded)).map(posted -> {
            var content = posted.content();
            var latest = snapshots.latest(content.table().period()).filter(other -> other.id() != posted.id());
            return Reply.of(
                    "ranking/rank-numbered",
                    new NumberedTable(
                            Extract.of(content.table(), content.view(), own, words),
                            latest.map(Snapshot::version).orElse(posted.version()),
                            latest.map(Snapshot::id).orElse(0L)));
        });
    }
}
