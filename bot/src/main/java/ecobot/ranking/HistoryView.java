package ecobot.ranking;

import ecobot.ranking.TableView.RowView;
import java.util.List;
import java.util.Objects;

/**
 * A unit's codes over the tables that were posted, the latest first.
 *
 * @param monthly whether the periods are months
 * @param counts how often it was which code; codes that it never was are not in it
 * @param none whether nothing was posted yet
 */
record HistoryView(String unit, boolean monthly, int periods, List<Count> counts, List<Line> lines, boolean none) {

    /** How often it was a code. */
    record Count(String code, int times) {}

    /** One period. */
    record Line(String period, boolean ranked, RowView row) {}

    static HistoryView of(String unit, long unitId, Period.Kind kind, List<Snapshot> snapshots, TableWords words) {
        var lines = snapshots.stream()
                .flatMap(snapshot -> snapshot.content().table().rowOf(unitId).stream()
                        .map(row -> new Line(
                                snapshot.content().view().period(),
                                row.ranked(),
                                TableView.row(snapshot.content().table(), row, words))))
                .toList();
        var counts = List.of(Code.GREEN, Code.YELLOW, Code.RED).stream()
                .map(code -> new Count(words.codes().of(code), (int) lines.stream()
                        .filter(line -> Objects.equals(line.row().colour(), code))
                        .count()))
                .filter(count -> count.times() > 0)
                .toList();
        return new HistoryView(unit, kind == Period.Kind.MONTH, lines.size(), counts, lines, lines.isEmpty());
    }
}
