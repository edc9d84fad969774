package ecobot.ranking;

import ecobot.issue.IssueFigures;
import ecobot.issue.Tally;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Issues that managers left out of the count when they granted an appeal. They are left out of the corrected table and of every longer one that
 * shares days with it, so that computing a posted table again gives what was posted, and the month counts as its weeks do.
 */
@Component
class LeftOut {

    private final Tally tally;
    private final IssueFigures single;
    private final LeftOutMapper mapper;

    LeftOut(Tally tally, IssueFigures single, LeftOutMapper mapper) {
        this.tally = tally;
        this.single = single;
        this.mapper = mapper;
    }

    /** Counts for a table of {@code period}. */
    Tally tally(Period period) {
        return tally(period, Set.of());
    }

    /** @param also what would be left out as well */
    Tally tally(Period period, Set<Long> also) {
        var numbers = new HashSet<>(also);
        numbers.addAll(mapper.of(period.from(), period.until()));
        return numbers.isEmpty() ? tally : new CorrectedTally(tally, single, numbers);
    }

    /** Numbers of the issues that an appeal led to leaving out. */
    Set<Long> by(Appeal appeal) {
        return Set.copyOf(mapper.by(appeal.id()));
    }

    void leaveOut(Set<Long> numbers, Period period, long appealId) {
        numbers.stream().sorted().forEach(number -> mapper.insert(number, period.from(), period.until(), appealId));
    }
}
