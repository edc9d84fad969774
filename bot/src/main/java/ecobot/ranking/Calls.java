package ecobot.ranking;

import ecobot.ranking.LeagueTable.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which units a manager should call first, and why: the worst code, then the longest series, then what is overdue for long. */
final class Calls {

    private static final Comparator<Row> WORST_FIRST = Comparator.comparing((Row row) -> row.code() != Code.RED)
            .thenComparing(row -> -row.coding().reds())
            .thenComparing(row -> -row.figures().overdueVeryLong())
            .thenComparing(row -> -row.figures().overdueLong())
            .thenComparing(row -> -row.figures().overdue())
            .thenComparing(Row::score, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Row::order);

    private final LeagueTable table;
    private final BriefWords words;
    private final TableWords names;

    Calls(LeagueTable table, BriefWords words, TableWords names) {
        this.table = table;
        this.words = words;
        this.names = names;
    }

    /** A unit and why it is to be called. */
    record Call(String unit, String why) {}

    List<Call> worst() {
        return table.rows().stream()
                .filter(Calls::isToCall)
                .sorted(WORST_FIRST)
                .limit(words.call())
                .map(row -> new Call(row.unit(), why(row)))
                .toList();
    }

    /** A yellow alone is nothing to call about. */
    private static boolean isToCall(Row row) {
        return row.code() == Code.RED
                || (row.code() == Code.YELLOW && row.figures().overdue() > 0);
    }

    private String why(Row row) {
        var parts = new ArrayList<String>();
        if (row.code() != null) {
            parts.add(TableWords.fill(words.code(), Map.of("code", names.codes().of(row.code()))));
        }
        parts.add(row.rank() == null ? words.small() : TableWords.fill(words.rank(), Map.of("rank", row.rank())));
        var behind = behind(row);
        if (!behind.isEmpty()) {
            parts.add(behind);
        }
        return String.join(words.partJoin(), parts);
    }

    /** What is overdue, why the code is worse than by rank, how far it fell; empty for nothing. */
    String behind(Row row) {
        var parts = new ArrayList<String>();
        if (row.figures().overdue() > 0) {
            parts.add(TableWords.fill(
                    words.overdue(), Map.of("count", row.figures().overdue())));
        }
        var remark = TableView.remark(table, row, names);
        if (!remark.isEmpty()) {
            parts.add(remark);
        }
        int fallen =
                row.rank() == null || row.lastRank() == null ? 0 : row.rank() - Objects.requireNonNull(row.lastRank());
        if (fallen >= words.fall()) {
            parts.add(TableWords.fill(words.fell(), Map.of("steps", fallen)));
        }
        return String.join(words.partJoin(), parts);
    }
}
