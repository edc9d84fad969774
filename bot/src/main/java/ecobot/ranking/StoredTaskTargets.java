package ecobot.ranking;

import ecobot.issue.Issue.Kind;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class StoredTaskTargets implements TaskTargets {

    private final TaskTableMapper mapper;

    StoredTaskTargets(TaskTableMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Map<Long, Targets> of(YearMonth month, @Nullable Kind kind) {
        return mapper.sums(month.atDay(1), kind).stream()
                .collect(Collectors.toMap(
                        TaskTableMapper.Sum::unitId, sum -> new Targets(sum.toFind(), sum.toRectify())));
    }
}
