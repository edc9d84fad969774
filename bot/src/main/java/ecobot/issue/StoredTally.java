package ecobot.issue;

import ecobot.issue.Issue.Kind;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts from the rows of issues and moves. */
@Component
@Transactional(readOnly = true)
class StoredTally implements Tally {

    private final TallyMapper mapper;

    StoredTally(TallyMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<UnitFigures> of(TallySpan span, @Nullable Kind kind) {
        return mapper.figures(span, kind);
    }

    @Override
    public List<IssueMark> behind(long unitId, TallySpan span) {
        return mapper.behind(unitId, span).stream()
                .sorted(Comparator.comparing(IssueMark::mark).thenComparingLong(IssueMark::number))
                .toList();
    }
}
