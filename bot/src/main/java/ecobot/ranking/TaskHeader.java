package ecobot.ranking;

import ecobot.issue.Issue.Kind;
import ecobot.ranking.BadCell.Flaw;
import ecobot.workbook.Cell;
import ecobot.workbook.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which column is what.
 *
 * @param rows how many rows it takes: one, or two when kinds stand above 发现 and 整改
 * @param unitColumn where the units stand
 * @param columns the columns of numbers
 * @param bad headings that cannot be taken
 */
record TaskHeader(int rows, int unitColumn, Map<Integer, Column> columns, List<BadCell> bad) {

    /** What the numbers of a column mean. */
    enum What {
        FIND,
        RECTIFY,
        BOTH
    }

    /** A column of numbers. */
    record Column(Kind kind, What what) {}

    /** Finds it in the first of {@code rows}, perhaps continued in the second. Empty when these are no header. */
    static Optional<TaskHeader> in(List<Row> rows, TaskWords words) {
        var row = rows.get(0);
        var below = rows.size() > 1 ? rows.get(1) : null;
        return row.cells().values().stream()
                .filter(cell -> words.unit().contains(TaskWords.plain(cell.text())))
                .findFirst()
                .map(unit -> new Reading(words, row, below, unit.column()).header())
                .filter(header -> !header.columns().isEmpty());
    }

    private static final class Reading {

        private final TaskWords words;
        private final Row row;
        private final @Nullable Row below;
        private final int unitColumn;
        private final Map<Integer, Column> columns = new TreeMap<>();
        private final Map<Column, String> seen = new HashMap<>();
        private final List<BadCell> bad = new ArrayList<>();

        Reading(TaskWords words, Row row, @Nullable Row below, int unitColumn) {
            this.words = words;
            this.row = row;
            this.below = isContinued(words, below, unitColumn) ? below : null;
            this.unitColumn = unitColumn;
        }

        /** The row below continues it when it has words for what is counted, and no unit. */
        private static boolean isContinued(TaskWords words, @Nullable Row below, int unitColumn) {
            return below != null
                    && !below.cells().containsKey(unitColumn)
                    && below.cells().values().stream()
                            .map(cell -> TaskWords.plain(cell.text()))
                            .anyMatch(text -> words.find().contains(text)
                                    || words.rectify().contains(text));
        }

        TaskHeader header() {
            if (below == null) {
                row.cells().values().stream()
                        .filter(cell -> cell.column() != unitColumn)
                        .forEach(cell -> take(cell, cell.text()));
            } else {
                continued(below);
            }
            return new TaskHeader(below == null ? 1 : 2, unitColumn, columns, bad);
        }

        /** A heading over several columns stands in the first of them. */
        private void continued(Row second) {
            int last = Math.max(lastColumn(row), lastColumn(second));
            Cell above = null;
            for (int column = 0; column <= last; column++) {
                above = row.cells().getOrDefault(column, above);
                var lower = second.cells().get(column);
                if (column == unitColumn || above == null || above.column() == unitColumn && lower == null) {
                    continue;
                } else if (lower != null) {
                    take(lower, above.column() == unitColumn ? lower.text() : above.text() + lower.text());
                } else if (above.column() == column) {
                    take(above, above.text());
                }
            }
        }

        private static int lastColumn(Row row) {
            return row.cells().keySet().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(-1);
        }

        private void take(Cell cell, String heading) {
            var plain = TaskWords.plain(heading);
            if (words.ignoredColumns().stream().anyMatch(plain::startsWith)) {
                return;
            }
            var column = column(plain);
            if (column.isEmpty()) {
                bad.add(BadCell.of(cell, Flaw.UNKNOWN_COLUMN));
                return;
            }
            var before = counterpart(column.get());
            if (before != null) {
                bad.add(BadCell.of(cell, Flaw.COLUMN_TWICE, before));
                return;
            }
            seen.put(column.get(), cell.address());
            columns.put(cell.column(), column.get());
        }

        private @Nullable String counterpart(Column column) {
            return seen.entrySet().stream()
                    .filter(old -> old.getKey().kind() == column.kind())
                    .filter(old -> old.getKey().what() == column.what()
                            || old.getKey().what() == What.BOTH
                            || column.what() == What.BOTH)
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }

        private Optional<Column> column(String plain) {
            for (var kind : words.kinds().entrySet()) {
                for (var name : kind.getValue()) {
                    var what = rest(plain, name).flatMap(this::what);
                    if (what.isPresent()) {
                        return Optional.of(new Column(kind.getKey(), what.get()));
                    }
                }
            }
            return Optional.empty();
        }

        /** What is left of a heading without the kind at one of its ends. */
        private static Optional<String> rest(String plain, String name) {
            if (plain.startsWith(name)) {
                return Optional.of(plain.substring(name.length()));
            }
            return plain.endsWith(name)
                    ? Optional.of(plain.substring(0, plain.length() - name.length()))
                    : Optional.empty();
        }

        private Optional<What> what(String rest) {
            if (words.find().contains(rest)) {
                return Optional.of(What.FIND);
            } else if (words.rectify().contains(rest)) {
                return Optional.of(What.RECTIFY);
            }
            return rest.isEmpty() || words.pair().contains(rest) ? Optional.of(What.BOTH) : Optional.empty();
        }
    }
}
