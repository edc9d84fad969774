package ecobot.issue;

import ecobot.issue.Issue.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class StoredIssueFigures implements IssueFigures {

    private final TallyMapper mapper;

    StoredIssueFigures(TallyMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Optional<UnitFigures> of(long number, TallySpan span, @Nullable Kind kind) {
        return mapper.figures(span, kind, number).stream().findFirst();
    }
}
