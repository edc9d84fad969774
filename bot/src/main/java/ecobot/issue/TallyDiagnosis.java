package ecobot.issue;

import ecobot.audit.Diagnosis;
import ecobot.issue.CounterMapper.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the league table's counters were compared with the issues last night, and what came of it. */
@Component
@Order(60)
class TallyDiagnosis implements Diagnosis {

    private static final Duration OLD = Duration.ofDays(2);

    private final CounterMapper mapper;
    private final Clock clock;

    TallyDiagnosis(CounterMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        var state = mapper.state();
        return List.of(
                isFine(state)
                        ? Finding.ok("issue/_tally", View.of(state))
                        : Finding.warn("issue/_tally", View.of(state)));
    }

    private boolean isFine(Standing state) {
        var last = state.checkedAt() == null ? state.builtAt() : state.checkedAt();
        return last != null
                && state.differences() == 0
                && last.isAfter(clock.instant().minus(OLD));
    }

    /** @param checkedAt null before the first night */
    record View(boolean built, @Nullable Instant checkedAt, int differences) {

        static View of(Standing state) {
            return new View(state.builtAt() != null, state.checkedAt(), state.differences());
        }
    }
}
