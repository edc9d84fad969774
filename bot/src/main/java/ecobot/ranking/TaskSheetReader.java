package ecobot.ranking;

import ecobot.ranking.BadCell.Flaw;
import ecobot.ranking.SheetRows.SheetRow;
import ecobot.ranking.TaskMonths.From;
import ecobot.ranking.UnreadableSheet.Reason;
import ecobot.roster.Unit;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a task table from a workbook: the header is found by its words, units by full or short name. */
final class TaskSheetReader {

    private static final int TITLE_ROWS = 20;

    private final TaskWords words;
    private final TaskMonths months;
    private final TaskCells cells;
    private final List<Unit> units;
    private final Map<String, Unit> unitByName = new HashMap<>();

    /** @param units who may have tasks */
    TaskSheetReader(TaskWords words, List<Unit> units) {
        this.words = words;
        this.months = new TaskMonths(words);
        this.cells = new TaskCells(words);
        this.units = units;
        units.forEach(unit -> unitByName.putIfAbsent(TaskWords.plain(unit.shortName()), unit));
        units.forEach(unit -> unitByName.put(TaskWords.plain(unit.name()), unit));
    }

    /**
     * Reads the first sheet that has a header.
     *
     * @param now what counts when neither title nor file name has a month
     */
    TaskSheet read(byte[] workbook, String fileName, YearMonth now) throws UnreadableSheet {
        boolean first = true;
        for (var sheet : SheetRows.of(workbook)) {
            var rows = sheet.rows();
            for (int i = 0; i < Math.min(rows.size(), TITLE_ROWS); i++) {
                var header = TaskHeader.in(rows.get(i), i + 1 < rows.size() ? rows.get(i + 1) : null, words);
                if (header.isPresent()) {
                    return new Reading(header.get(), first ? "" : sheet.name() + "!", now).read(rows, i, fileName);
                }
            }
            first = false;
        }
        throw new UnreadableSheet(Reason.NO_TABLE);
    }

    private final class Reading {

        private final TaskHeader header;
        private final String prefix;
        private final YearMonth now;
        private final List<TaskTable.Target> targets = new ArrayList<>();
        private final Map<Unit, String> seen = new HashMap<>();
        private final List<BadCell> bad = new ArrayList<>();

        Reading(TaskHeader header, String prefix, YearMonth now) {
            this.header = header;
            this.prefix = prefix;
            this.now = now;
        }

        TaskSheet read(List<SheetRow> rows, int headerAt, String fileName) throws UnreadableSheet {
            if (rows.size() > SheetRows.MOST_ROWS) {
                throw new UnreadableSheet(Reason.TOO_MANY_ROWS);
            }
            bad.addAll(header.bad());
            rows.stream().skip((long) headerAt + header.rows()).forEach(this::row);
            if (bad.isEmpty() && targets.stream().noneMatch(TaskTable.Target::isAny)) {
                throw new UnreadableSheet(Reason.NO_TASKS);
            }
            var title = rows.stream()
                    .limit(headerAt)
                    .flatMap(row -> row.cells().values().stream())
                    .map(SheetCell::text)
                    .collect(Collectors.joining(" "));
            var inTitle = months.in(title, now).map(TaskMonths.Found::month);
            var inName = months.in(fileName, now).map(TaskMonths.Found::month);
            var from = inTitle.isPresent() ? From.TITLE : inName.isPresent() ? From.FILE_NAME : From.NOW;
            var month = inTitle.or(() -> inName).orElse(now);
            var missing = units.stream().filter(unit -> !seen.containsKey(unit)).toList();
            return new TaskSheet(new TaskTable(month, targets), from, missing, prefixed());
        }

        private List<BadCell> prefixed() {
            return bad.stream()
                    .map(cell -> new BadCell(prefix + cell.address(), cell.flaw(), cell.typed(), cell.other()))
                    .toList();
        }

        private void row(SheetRow row) {
            var numbers = row.cells().values().stream()
                    .filter(cell -> header.columns().containsKey(cell.column()))
                    .toList();
            var named = row.cells().get(header.unitColumn());
            if (named == null) {
                if (!numbers.isEmpty()) {
                    bad.add(new BadCell(SheetCell.address(row.number(), header.unitColumn()), Flaw.NO_UNIT, "", ""));
                }
                return;
            }
            var unit = unitNamed(named);
            if (unit.isPresent()) {
                var before = seen.putIfAbsent(unit.get(), named.address());
                if (before != null) {
                    bad.add(BadCell.of(named, Flaw.UNIT_TWICE, before));
                }
                numbers(unit.get(), numbers);
            } else if (!isIgnored(named)) {
                bad.add(BadCell.of(named, Flaw.UNKNOWN_UNIT));
            }
        }

        private void numbers(Unit unit, List<SheetCell> numbers) {
            for (var cell : numbers) {
                var column = Objects.requireNonNull(header.columns().get(cell.column()));
                try {
                    switch (column.what()) {
                        case FIND -> add(unit, column, cells.one(cell), 0);
                        case RECTIFY -> add(unit, column, 0, cells.one(cell));
                        case BOTH -> {
                            var both = cells.two(cell);
                            add(unit, column, both.find(), both.rectify());
                        }
                    }
                } catch (TaskCells.Unfit unfit) {
                    bad.add(unfit.bad());
                }
            }
        }

        private void add(Unit unit, TaskHeader.Column column, int find, int rectify) {
            var key = new TaskTable.Key(unit.id(), column.kind());
            for (int i = 0; i < targets.size(); i++) {
                var old = targets.get(i);
                if (old.key().equals(key)) {
                    targets.set(
                            i,
                            new TaskTable.Target(unit.id(), column.kind(), old.find() + find, old.rectify() + rectify));
                    return;
                }
            }
            targets.add(new TaskTable.Target(unit.id(), column.kind(), find, rectify));
        }

        private Optional<Unit> unitNamed(SheetCell cell) {
            return Optional.ofNullable(unitByName.get(TaskWords.plain(cell.text())));
        }

        private boolean isIgnored(SheetCell cell) {
            var plain = TaskWords.plain(cell.text());
            return words.ignoredRows().stream().anyMatch(plain::startsWith);
        }
    }
}
