package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.deadline.Deadlines;
import ecobot.deadline.Source;
import ecobot.issue.Course.Completion;
import ecobot.issue.Course.Truth;
import ecobot.issue.Issue.Kind;
import ecobot.issue.IssuePhoto.Moment;
import ecobot.media.Media;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import ecobot.testing.EcoBotIT;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the counters cost: issues are reported, accepted, rectified and verified, each step a transaction, by the code that counts and by the same code
 * with counters that do nothing, in turn. Without what else is in the transaction of a chat line (inbox, audit, answer), so the cost looks larger
 * than it is there.
 */
@Tag("bench")
@EcoBotIT
@TestPropertySource(properties = "spring.application.name=tally-upkeep-bench")
class TallyUpkeepBenchIT {

    private static final Logger log = LoggerFactory.getLogger(TallyUpkeepBenchIT.class);

    private static final int ROUNDS = 61;
    private static final int LIVES = 40;

    @Autowired
    Issues counting;

    @Autowired
    IssueMapper mapper;

    @Autowired
    ExtensionMapper extensions;

    @Autowired
    MoveTable moveTable;

    @Autowired
    MoveRefusals refusals;

    @Autowired
    Transitions transitions;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Media media;

    @Autowired
    CounterMapper counterRows;

    @Autowired
    Tally tally;

    @Autowired
    Roster roster;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @CsvSource({"1, 11", "2, 11", "2, 1"})
    void counting_costs_a_fifth_at_most(int people, int units) throws Exception {
        var deaf = deaf();
        var photos = List.of(photo(), photo());
        var ratios = new ArrayList<Double>();
        double with = 0;
        double without = 0;
        for (int round = 0; round < ROUNDS; round++) {
            boolean countingFirst = round % 2 == 0;
            double first = seconds(countingFirst ? counting : deaf, people, units, photos);
            double second = seconds(countingFirst ? deaf : counting, people, units, photos);
            if (round > 0) {
                with += countingFirst ? first : second;
                without += countingFirst ? second : first;
                ratios.add(countingFirst ? second / first : first / second);
            }
        }
        Collections.sort(ratios);
        double median = ratios.get(ratios.size() / 2);
        int transactions = (ROUNDS - 1) * LIVES * 4;
        log.info(
                "{} at once, {} units: {} transactions a second with counters, {} without, median of the ratios {}, from {} to {}",
                people,
                units,
                Math.round(transactions / with),
                Math.round(transactions / without),
                "%.2f".formatted(median),
                "%.2f".formatted(ratios.get(ratios.size() / 4)),
                "%.2f".formatted(ratios.get(ratios.size() * 3 / 4)));
        assertThat(median).isGreaterThanOrEqualTo(0.80);
    }

    private double seconds(Issues issues, int people, int units, List<Long> photos) throws Exception {
        var left = new AtomicInteger(LIVES);
        var pool = Executors.newFixedThreadPool(people);
        try {
            long start = System.nanoTime();
            Callable<Boolean> one = () -> {
                for (int life = left.getAndDecrement(); life > 0; life = left.getAndDecrement()) {
                    live(issues, roster.rankedUnits().get(life % units), photos, clock.instant());
                }
                return true;
            };
            for (var done : pool.invokeAll(Collections.nCopies(people, one))) {
                done.get();
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            pool.shutdown();
        }
    }

    private void live(Issues issues, Unit unit, List<Long> photos, Instant at) {
        var liaison = roster.membersOf(unit.id(), Role.LIAISON).get(0);
        var inspector = roster.membersWith(Role.INSPECTOR).get(0);
        long number = done(() -> issues.report(new NewIssue(
                        unit.id(),
                        liaison.id(),
                        null,
                        Source.PATROL,
                        List.of(Kind.WATER),
                        "试验村",
                        "河面漂浮物",
                        deadlines.byDefault(Source.PATROL, at),
                        photos.subList(0, 1),
                        at,
                        null,
                        null)))
                .number();
        done(() -> issues.move(number, by(Move.ACCEPT, liaison, at)));
        done(() -> issues.move(
                number, by(Move.SUBMIT, liaison, at).saying("已清理").showing(Moment.AFTER, photos.subList(1, 2))));
        done(() -> issues.move(number, by(Move.VERIFY, inspector, at).finding(Truth.TRUE, Completion.WHOLE)));
    }

    private <T> T done(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private static Step by(Move move, Member member, Instant at) {
        return Step.of(move, member, null, at);
    }

    private Issues deaf() {
        var deaf = new Counters(counterRows, clock) {
            @Override
            void filed(Issue issue, List<IssueMove> history) {}

            @Override
            void moved(Issue before, Issue after, List<IssueMove> history, IssueMove line) {}
        };
        var mover = new Mover(mapper, extensions, moveTable, refusals, transitions, deadlines, media, deaf);
        return new StoredIssues(mapper, moveTable, mover, new Family(mapper, moveTable, mover, deaf), tally, List.of());
    }

    private long photo() {
        return media.want("demo", new HeldPhotos(sql, media).code(clock.instant()));
    }
}
