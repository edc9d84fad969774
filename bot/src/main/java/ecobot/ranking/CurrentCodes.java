package ecobot.ranking;

import ecobot.issue.UnitFigures;
import ecobot.ranking.LeagueTable.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The codes between two tables. They start from the last table that was posted: ranks are made anew only by the next one, but what becomes overdue for
 * long makes a code worse at once, and what is closed makes it better again. A week that has just begun, with few issues due, therefore turns
 * nobody's code over.
 */
@Component
class CurrentCodes {

    private final Snapshots snapshots;
    private final Spans spans;
    private final LeftOut leftOut;

    CurrentCodes(Snapshots snapshots, Spans spans, LeftOut leftOut) {
        this.snapshots = snapshots;
        this.spans = spans;
        this.leftOut = leftOut;
    }

    /**
     * A unit's code now.
     *
     * @param posted its row in the last table
     */
    record Current(Row posted, Coding coding) {
        CodeChange from(@Nullable Code before) {
            return new CodeChange(posted.unitId(), posted.unit(), before, coding);
        }
    }

    /** The table that the codes at {@code now} start from; empty as long as none was posted. */
    Optional<Snapshot> basis(Instant now) {
        return snapshots.before(Period.weekOf(now), 1).stream().findFirst();
    }

    /** Of every unit in {@code posted}, in its order. Issues that do not count in that table do not count here. */
    List<Current> of(LeagueTable posted, Instant now) {
        var rules = posted.rules();
        var figures = leftOut.tally(posted.period()).of(spans.of(Period.weekOf(now), now, rules)).stream()
                .collect(Collectors.toMap(UnitFigures::unitId, Function.identity()));
        return posted.rows().stream()
                .map(row -> new Current(row, coding(posted, row, figures)))
                .toList();
    }

    /**
     * Codes that are others now than in {@code posted}, or in the part of a table that it is.
     *
     * @return nothing when it is not the table that the codes start from
     */
    List<CodeChange> since(LeagueTable posted, Instant now) {
        return basis(now)
                .map(basis -> basis.content().table())
                .filter(table -> table.period().equals(posted.period()))
                .map(table -> of(table, now))
                .orElse(List.of())
                .stream()
                .filter(current -> posted.rowOf(current.posted().unitId()).isPresent())
                .filter(current -> current.posted().code() != current.coding().code())
                .map(current -> current.from(current.posted().code()))
                .toList();
    }

    private static Coding coding(LeagueTable posted, Row row, Map<Long, UnitFigures> figures) {
        var rules = posted.rules();
        var now = figures.getOrDefault(row.unitId(), UnitFigures.none(row.unitId()));
        var byRank = row.rank() == null ? null : rules.bands().codeOf(row.rank(), posted.rankedWith(row));
        var overdue = Figures.overdue(now.overdueNow(), now.overdueLong(), now.overdueVeryLong());
        return Coding.since(row.coding(), byRank, overdue, rules.overrides());
    }
}
