package ecobot.ranking;

import ecobot.issue.Issue.Kind;
import ecobot.issue.IssueFigures;
import ecobot.issue.IssueMark;
import ecobot.issue.Tally;
import ecobot.issue.TallySpan;
import ecobot.issue.UnitFigures;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts as if some issues did not exist. */
final class CorrectedTally implements Tally {

    private final Tally tally;
    private final IssueFigures single;
    private final Set<Long> leftOut;

    CorrectedTally(Tally tally, IssueFigures single, Set<Long> leftOut) {
        this.tally = tally;
        this.single = single;
        this.leftOut = Set.copyOf(leftOut);
    }

    @Override
    public List<UnitFigures> of(TallySpan span, @Nullable Kind kind) {
        var all = tally.of(span, kind);
        var taken = leftOut.stream()
                .flatMap(number -> single.of(number, span, kind).stream())
                .toList();
        return taken.isEmpty()
                ? all
                : all.stream().map(figures -> without(figures, taken)).toList();
    }

    @Override
    public List<IssueMark> behind(long unitId, TallySpan span) {
        return tally.behind(unitId, span).stream()
                .filter(mark -> !leftOut.contains(mark.number()))
                .toList();
    }

    private static UnitFigures without(UnitFigures figures, List<UnitFigures> taken) {
        return taken.stream().filter(one -> one.unitId() == figures.unitId()).reduce(figures, CorrectedTally::minus);
    }

    private static UnitFigures minus(UnitFigures all, UnitFigures one) {
        return new UnitFigures(
                all.unitId(),
                all.due() - one.due(),
                all.closedOnTime() - one.closedOnTime(),
                all.closedLate() - one.closedLate(),
                all.reported() - one.reported(),
                all.closed() - one.closed(),
                all.overdueNow() - one.overdueNow(),
                all.overdueLong() - one.overdueLong(),
                all.overdueVeryLong() - one.overdueVeryLong(),
                all.verified() - one.verified(),
                all.passedFirst() - one.passedFirst(),
                all.sentBack() - one.sentBack(),
                all.failedRechecks() - one.failedRechecks());
    }
}
