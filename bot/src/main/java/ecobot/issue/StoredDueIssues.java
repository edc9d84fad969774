package ecobot.issue;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the database only what it can answer: without bands or numbers nothing is due. */
@Component
@Transactional(readOnly = true)
class StoredDueIssues implements DueIssues {

    private final DueMapper mapper;

    StoredDueIssues(DueMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<Due> due(List<Band> bands, Set<Issue.Kind> kinds, int most) {
        return bands.isEmpty() ? List.of() : mapper.due(bands, kinds, most);
    }

    @Override
    public List<Due> among(Collection<Long> numbers, List<Band> bands) {
        return numbers.isEmpty() || bands.isEmpty() ? List.of() : mapper.among(numbers, bands);
    }

    @Override
    public List<Long> openAmong(Collection<Long> numbers) {
        return numbers.isEmpty() ? List.of() : mapper.openAmong(numbers);
    }
}
