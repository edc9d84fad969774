package ecobot.issue;

import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lines to copy: the examples of the table of moves with real numbers and units put in. */
@Component
class MoveExamples {

    /** For a line about no issue in particular. */
    private static final long ANY = 12;

    private final MoveTable moveTable;
    private final Roster roster;

    MoveExamples(MoveTable moveTable, Roster roster) {
        this.moveTable = moveTable;
        this.roster = roster;
    }

    /** @param likely the unit that is probably meant; null when nobody knows */
    String of(AllowedMove move, Issue issue, @Nullable Unit likely) {
        return filled(
                move,
                issue.number(),
                Stream.concat(Stream.ofNullable(likely), others(issue.unitId()))
                        .distinct()
                        .toList());
    }

    /** For a move of any issue. */
    String of(Move move) {
        return moveTable.all().stream()
                .filter(row -> row.move() == move)
                .findFirst()
                .map(row -> filled(row, ANY, roster.rankedUnits()))
                .orElseThrow();
    }

    private Stream<Unit> others(long unitId) {
        return roster.rankedUnits().stream().filter(unit -> unit.id() != unitId);
    }

    private static String filled(AllowedMove move, long number, List<Unit> units) {
        return move.example()
                .replace(AllowedMove.NUMBER, Long.toString(number))
                .replace("{unit}", shortName(units, 0))
                .replace("{other}", shortName(units, 1));
    }

    private static String shortName(List<Unit> units, int index) {
        return index < units.size() ? units.get(index).shortName() : "";
    }
}
