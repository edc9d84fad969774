package ecobot.ranking;

import ecobot.ranking.BadCell.Flaw;
import ecobot.ranking.TaskMonths.From;
import ecobot.roster.Unit;
import ecobot.workbook.Bounds;
import ecobot.workbook.Cell;
import ecobot.workbook.Row;
import ecobot.workbook.Table;
import ecobot.workbook.UnreadableWorkbook;
import ecobot.workbook.UnreadableWorkbook.Reason;
import ecobot.workbook.WorkbookReader;
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

    /** As {@code templates/ranking/tasks-words.yml} tells people. */
    static final Bounds BOUNDS = new Bounds(2 * 1024 * 1024, 8 * 1024 * 1024, 500);

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
    TaskSheet read(byte[] workbook, String fileName, YearMonth now) throws UnreadableWorkbook {
        var table = new WorkbookReader(BOUNDS).table(workbook, rows -> TaskHeader.in(rows, words));
        return new Reading(table, now).read(fileName);
    }

    private final class Reading {

        private final Table<TaskHeader> table;
        private final TaskHeader header;
        private final YearMonth now;
        private final List<TaskTable.Target> targets = new ArrayList<>();
        private final Map<Unit, String> seen = new HashMap<>();
        private final List<BadCell> bad = new ArrayList<>();

        Reading(Table<TaskHeader> table, YearMonth now) {
            this.table = table;
            this.header = table.header();
            this.now = now;
        }

        TaskSheet read(String fileName) throws UnreadableWorkbook {
            bad.addAll(header.bad());
            table.rows().stream().skip(header.rows() - 1L).forEach(this::row);
            if (bad.isEmpty() && targets.stream().noneMatch(TaskTable.Target::isAny)) {
                throw new UnreadableWorkbook(Reason.NOTHING_IN_IT);
            }
            var title = table.titles().stream()
                    .flatMap(row -> row.cells().values().stream())
                    .map(Cell::text)
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
                    .map(cell -> new BadCell(table.prefix() + cell.address(), cell.flaw(), cell.typed(), cell.other()))
                    .toList();
        }

        private void row(Row row) {
            var numbers = row.cells().values().stream()
                    .filter(cell -> header.columns().containsKey(cell.column()))
                    .toList();
            var named = row.cells().get(header.unitColumn());
            if (named == null) {
                if (!numbers.isEmpty()) {
                    bad.add(new BadCell(Cell.address(row.number(), header.unitColumn()), Flaw.NO_UNIT, "", ""));
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

        private void numbers(Unit unit, List<Cell> numbers) {
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

        private Optional<Unit> unitNamed(Cell cell) {
            return Optional.ofNullable(unitByName.get(TaskWords.plain(cell.text())));
        }

        private boolean isIgnored(Cell cell) {
            var plain = TaskWords.plain(cell.text());
            return words.ignoredRows().stream().anyMatch(plain::startsWith);
        }
    }
}
