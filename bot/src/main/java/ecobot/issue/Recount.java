package ecobot.issue;

import ecobot.issue.CounterMapper.Difference;
import ecobot.issue.CounterMapper.Standing;
import ecobot.issue.Issue.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts anew from issues and their histories, and compares. Both are read by one statement, so issues may be moved meanwhile; and what is missing is
 * added and never set, so nothing that is counted meanwhile is lost. It needs no room for rows that have not been counted before, so this
 * is also how the counters come into being.
 */
@Component
class Recount {

    private static final Logger log = LoggerFactory.getLogger(Recount.class);

    /** What fell due so long ago is carried forward. Longer than a table asks for single dates, and than clocks of nodes may differ. */
    static final Duration CARRIED_AFTER = Duration.ofDays(30);

    /** How many wrong cells are listed at most. */
    static final int LISTED = 200;

    private final CounterMapper mapper;
    private final Counters counters;
    private final Clock clock;

    Recount(CounterMapper mapper, Counters counters, Clock clock) {
        this.mapper = mapper;
        this.counters = counters;
        this.clock = clock;
    }

    /** Counts what was there before the counters, once. */
    @Transactional
    public void build() {
        if (mapper.state().builtAt() == null && mapper.lockState().builtAt() == null) {
            int rows = mend();
            carryForward();
            mapper.setState(new Standing(clock.instant(), null, 0));
            log.info("issue: {} rows of counters were built", rows);
        }
    }

    /**
     * Compares, and adds what is missing.
     *
     * @return the cells that were wrong, {@link #LISTED} of each table and sort at most
     */
    @Transactional
    public List<Difference> checkAndMend() {
        var before = mapper.lockState();
        var wrong = differences();
        if (!wrong.isEmpty()) {
            wrong.forEach(difference -> log.error(
                    "issue: counters of unit {}, kind {}, at {} lack: {}",
                    difference.unitId(),
                    difference.kind(),
                    difference.at(),
                    difference.missing()));
            log.info("issue: {} rows of counters were put right", mend());
        }
        carryForward();
        mapper.setState(new Standing(before.builtAt(), clock.instant(), wrong.size()));
        return wrong;
    }

    /** The cells that are wrong, {@link #LISTED} of each table and sort at most. */
    @Transactional
    public List<Difference> differences() {
        counters.write();
        var ofIssues = Stream.of(false, true)
                .flatMap(byKind -> Stream.of(mapper.wrongStretches(byKind, LISTED), mapper.wrongDues(byKind, LISTED)));
        return Stream.concat(ofIssues, Stream.of(mapper.wrongCarried(LISTED)))
                .flatMap(List::stream)
                .toList();
    }

    private int mend() {
        counters.write();
        var until = mapper.lockCarriedUntil();
        int rows = mapper.mendStretches(false)
                + mapper.mendStretches(true)
                + mapper.mendDues(false)
                + mapper.mendDues(true);
        mapper.forgetCarried();
        carry(Instant.EPOCH, until);
        return rows;
    }

    private void carryForward() {
        var until = mapper.lockCarriedUntil();
        var next = clock.instant().minus(CARRIED_AFTER);
        if (next.isAfter(until)) {
            carry(until, next);
            mapper.setCarriedUntil(next);
        }
    }

    private void carry(Instant from, Instant to) {
        mapper.carry(Cell.ALL, from, to);
        for (var kind : Kind.values()) {
            mapper.carry(kind.name(), from, to);
        }
    }
}
