package ecobot.ranking;

import ecobot.issue.Issue.Kind;
import ecobot.ranking.TaskTable.Target;
import ecobot.ranking.TaskTables.Stored;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is shown of task tables, those in force and those that wait. */
@Component
class TaskViews {

    private static final int BAD_SHOWN = 30;
    private static final int CHANGES_SHOWN = 40;

    private final Roster roster;

    TaskViews(Roster roster) {
        this.roster = roster;
    }

    /** All units with their sums. */
    Month month(Stored stored, TaskWords words) {
        var table = stored.table();
        return new Month(
                words.month(table.month()),
                table.find(),
                table.rectify(),
                sums(table),
                stored.version(),
                stored.importedAt());
    }

    /** One unit, kind by kind. */
    OneUnit unit(Stored stored, Unit unit, TaskWords words) {
        var table = new TaskTable(stored.table().month(), stored.table().of(unit.id()));
        var kinds = table.targets().stream()
                .map(target -> new Line(words.kind(target.kind()), target.find(), target.rectify()))
                .toList();
        return new OneUnit(
                unit.name(),
                words.month(table.month()),
                table.find(),
                table.rectify(),
                kinds,
                stored.version(),
                stored.importedAt());
    }

    Bad bad(TaskSheet sheet, String fileName, TaskWords words) {
        var cells = sheet.bad();
        var shown = cells.stream()
                .limit(BAD_SHOWN)
                .map(cell -> new BadLine(cell.address(), words.why(cell)))
                .toList();
        return new Bad(fileName, cells.size(), shown, cells.size() - shown.size());
    }

    /**
     * A table that waits for its confirmation.
     *
     * @param before the version in force; null when there is none
     * @param again whether it is shown a second time because something changed meanwhile
     */
    Proposed proposed(TaskSheet sheet, @Nullable Stored before, String fileName, boolean again, TaskWords words) {
        var table = sheet.table();
        var changes = before == null ? List.<Change>of() : changes(before.table(), table, words);
        return new Proposed(
                words.month(table.month()),
                words.from(sheet.from()),
                fileName,
                table.find(),
                table.rectify(),
                before == null,
                before == null ? 1 : before.version() + 1,
                before == null ? sums(table) : List.of(),
                changes.stream().limit(CHANGES_SHOWN).toList(),
                Math.max(0, changes.size() - CHANGES_SHOWN),
                sheet.missing().stream().map(Unit::shortName).collect(Collectors.joining(words.separator())),
                again);
    }

    private List<Line> sums(TaskTable table) {
        return roster.rankedUnits().stream()
                .map(unit -> {
                    var own = new TaskTable(table.month(), table.of(unit.id()));
                    return new Line(unit.name(), own.find(), own.rectify());
                })
                .toList();
    }

    private List<Change> changes(TaskTable before, TaskTable after, TaskWords words) {
        var old = before.byKey();
        var fresh = after.byKey();
        var order = roster.units().stream().collect(Collectors.toMap(Unit::id, Unit::sortOrder));
        return Stream.concat(old.keySet().stream(), fresh.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing((TaskTable.Key key) -> order.getOrDefault(key.unitId(), Integer.MAX_VALUE))
                        .thenComparing(TaskTable.Key::unitId)
                        .thenComparing(TaskTable.Key::kind))
                .flatMap(key -> change(key, old, fresh, words).stream())
                .toList();
    }

    private Optional<Change> change(
            TaskTable.Key key, Map<TaskTable.Key, Target> before, Map<TaskTable.Key, Target> after, TaskWords words) {
        var none = new Target(key.unitId(), key.kind(), 0, 0);
        var old = before.getOrDefault(key, none);
        var fresh = after.getOrDefault(key, none);
        return old.equals(fresh) ? Optional.empty() : Optional.of(change(key.kind(), old, fresh, words));
    }

    private Change change(Kind kind, Target old, Target fresh, TaskWords words) {
        var unit = roster.unit(old.unitId()).map(Unit::name).orElse("#" + old.unitId());
        return new Change(unit, words.kind(kind), step(old.find(), fresh.find()), step(old.rectify(), fresh.rectify()));
    }

    private static String step(int before, int after) {
        return before == after ? Integer.toString(after) : before + " \u2192 **" + after + "**";
    }

    /** A name and its two numbers. */
    record Line(String name, int find, int rectify) {}

    record Month(String month, int find, int rectify, List<Line> units, int version, Instant importedAt) {}

    record OneUnit(
            String unit, String month, int find, int rectify, List<Line> kinds, int version, Instant importedAt) {}

    record BadLine(String address, String why) {}

    /** @param more how many are not shown */
    record Bad(String fileName, int count, List<BadLine> cells, int more) {}

    /**
     * Before and after of one kind of one unit.
     *
     * @param find one number, or two with an arrow, in Markdown; likewise {@code rectify}
     */
    record Change(String unit, String kind, String find, String rectify) {}

    /**
     * A table that waits.
     *
     * @param monthFrom where the month was found, in words
     * @param first whether the month had no table
     * @param units sums by unit when it is the first
     * @param more how many changes are not shown
     * @param missing units without a row, written out; empty when none
     */
    record Proposed(
            String month,
            String monthFrom,
            String fileName,
            int find,
            int rectify,
            boolean first,
            int version,
            List<Line> units,
            List<Change> changes,
            int more,
            String missing,
            boolean again) {}
}
