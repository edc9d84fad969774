package ecobot.issue;

import ecobot.issue.Issue.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the counters; until they are built, counts from the rows of issues and moves. */
@Component
@Transactional(readOnly = true)
class StoredTally implements Tally {

    private final TallyMapper mapper;
    private final CounterMapper counterRows;
    private final Counters counters;

    StoredTally(TallyMapper mapper, CounterMapper counterRows, Counters counters) {
        this.mapper = mapper;
        this.counterRows = counterRows;
        this.counters = counters;
    }

    @Override
    public List<UnitFigures> of(TallySpan span, @Nullable Kind kind) {
        if (counterRows.state().builtAt() == null) {
            return mapper.figures(span, kind);
        }
        counters.write();
        return sums(counterRows.parts(CountedSpan.of(span, kind)));
    }

    private static List<UnitFigures> sums(List<FiguresPart> parts) {
        var sums = new TreeMap<Long, UnitFigures>();
        parts.forEach(part -> sums.merge(part.figures().unitId(), part.figures(), UnitFigures::plus));
        return sums.values().stream()
                .filter(figures -> !figures.equals(UnitFigures.none(figures.unitId())))
                .toList();
    }

    @Override
    public List<IssueMark> behind(long unitId, TallySpan span) {
        return mapper.behind(unitId, span).stream()
                .sorted(Comparator.comparing(IssueMark::mark).thenComparingLong(IssueMark::number))
                .toList();
    }
}
