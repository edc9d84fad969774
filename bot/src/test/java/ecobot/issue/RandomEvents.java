package ecobot.issue;

import ecobot.chat.UserMistake;
import ecobot.database.PassingTrouble;
import ecobot.deadline.Deadline.DayUnit;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Source;
import ecobot.issue.Course.Completion;
import ecobot.issue.Course.Truth;
import ecobot.issue.Issue.Kind;
import ecobot.issue.Issue.State;
import ecobot.issue.IssuePhoto.Moment;
import ecobot.issue.Step.Share;
import ecobot.issue.Step.Span;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a bureau does to its issues, at random: reports and moves, one to three in a transaction, some of which are rolled back, in whole or to a
 * savepoint. Several threads may share one; each brings its own chance.
 */
final class RandomEvents {

    /** Issues that are still moved. */
    private static final int ACTIVE = 20;

    /** Nobody moves these. */
    private static final Set<State> OVER = EnumSet.of(State.WITHDRAWN, State.MERGED, State.SPLIT);

    final AtomicInteger made = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();
    final AtomicInteger undone = new AtomicInteger();
    final AtomicInteger collided = new AtomicInteger();

    private final Issues issues;
    private final Deadlines deadlines;
    private final Roster roster;
    private final List<Unit> units;
    private final List<Member> inspectors;
    private final Member manager;
    private final long before;
    private final long after;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final AtomicLong clock;
    private final int step;
    private final List<Long> known = Collections.synchronizedList(new ArrayList<>());
    private final Map<Long, Last> last = new ConcurrentHashMap<>();

    /**
     * @param before a photo that has arrived
     * @param after another one
     * @param step how much time passes at most between two events
     */
    RandomEvents(
            Issues issues,
            Deadlines deadlines,
            Roster roster,
            long before,
            long after,
            PlatformTransactionManager transactions,
            Instant start,
            Duration step) {
        this.issues = issues;
        this.deadlines = deadlines;
        this.roster = roster;
        this.units = roster.rankedUnits();
        this.inspectors = roster.membersWith(Role.INSPECTOR);
        this.manager = roster.memberByStaffId("manager-1").orElseThrow();
        this.before = before;
        this.after = after;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = new AtomicLong(start.toEpochMilli());
        this.step = Math.toIntExact(step.toMillis());
    }

    /** The moment that the events have come to. */
    Instant now() {
        return Instant.ofEpochMilli(clock.get());
    }

    /** How many were tried. */
    int tried() {
        return made.get() + refused.get() + undone.get() + collided.get();
    }

    /** One transaction. Issues are taken in the order of their numbers, as whoever takes several should. */
    void happen(Random random) {
        try {
            transaction.executeWithoutResult(status -> {
                var numbers = random.ints(1 + random.nextInt(3))
                        .mapToLong(i -> pick(random))
                        .sorted()
                        .toArray();
                int events = 0;
                for (var number : numbers) {
                    events += random.nextInt(6) == 0 ? undone(number, random) : one(number, random);
                }
                if (random.nextInt(7) == 0) {
                    status.setRollbackOnly();
                    undone.addAndGet(events);
                } else {
                    made.addAndGet(events);
                }
            });
        } catch (RuntimeException e) {
            // A deadlock takes savepoints with it, so rolling back to one may be what fails.
            if (!PassingTrouble.is(e) && !(e instanceof TransactionException)) {
                throw e;
            }
            collided.incrementAndGet();
        }
    }

    private int undone(long number, Random random) {
        savepoint.executeWithoutResult(status -> {
            undone.addAndGet(one(number, random) + one(0, random));
            status.setRollbackOnly();
        });
        return 0;
    }

    /**
     * @param number 0 for an issue that is reported now
     * @return how many took effect
     */
    private int one(long number, Random random) {
        try {
            var issue = number == 0 ? null : issues.byNumber(number).orElse(null);
            if (number != 0 && (issue == null || OVER.contains(issue.state()))) {
                known.remove(number);
                return 0;
            }
            var at = at(random);
            if (issue == null || random.nextInt(10) == 0) {
                report(random, at);
            } else if (random.nextInt(8) == 0 && last.containsKey(number)) {
                var move = last.get(number);
                issues.takeBack(number, move.id(), move.by(), null, at);
            } else {
                var step = step(issue, random, at);
                var moved = issues.move(number, step);
                var by = step.by();
                if (by != null) {
                    last.put(number, new Last(moved.moveId(), by));
                }
                moved.others().forEach(other -> known.add(other.number()));
            }
            return 1;
        } catch (UserMistake e) {
            refused.incrementAndGet();
            return 0;
        }
    }

    private void report(Random random, Instant at) {
        var source = any(List.of(Source.values()), random);
        var kinds = new ArrayList<>(List.of(Kind.values()));
        Collections.shuffle(kinds, random);
        known.add(issues.report(new NewIssue(
                        any(units, random).id(),
                        inspectors.get(0).id(),
                        null,
                        source,
                        kinds.subList(0, 1 + random.nextInt(2)),
                        null,
                        "随机问题",
                        deadlines.byDefault(source, at.minus(Duration.ofDays(random.nextInt(9)))),
                        List.of(before),
                        at,
                        null,
                        null))
                .number());
    }

    private Step step(Issue issue, Random random, Instant at) {
        var liaison = roster.membersWith(Role.LIAISON).stream()
                .filter(member -> unitOf(member) == issue.unitId())
                .findFirst()
                .orElse(manager);
        var inspector = any(inspectors, random);
        int dice = random.nextInt(100);
        if (dice < 5) {
            return by(Move.REROUTE, inspector, at).saying("不在这里").to(List.of(share(random)));
        }
        if (dice < 7) {
            return by(Move.SPLIT, inspector, at)
                    .saying("两家")
                    .to(List.of(
                            new Share(units.get(0).id(), null),
                            new Share(units.get(1).id(), null)));
        }
        if (dice < 9) {
            return by(Move.MERGE, inspector, at).saying("同一件").into(pick(random));
        }
        if (dice < 11) {
            return by(Move.REJECT, inspector, at).saying("不属实");
        }
        if (dice < 14) {
            return by(Move.ASK_EXTENSION, liaison, at).saying("下雨").longerBy(new Span(3, DayUnit.WORKING));
        }
        if (dice < 17) {
            return by(Move.GRANT_EXTENSION, manager, at);
        }
        return switch (issue.state()) {
            case REPORTED -> by(Move.ASSIGN, inspector, at).to(List.of(share(random)));
            case ASSIGNED ->
                switch (random.nextInt(6)) {
                    case 0 -> by(Move.RETURN, liaison, at).saying("不归我们");
                    case 1 -> by(Move.WITHDRAW, inspectors.get(0), at);
                    default -> by(Move.ACCEPT, liaison, at);
                };
            case RECTIFYING -> by(Move.SUBMIT, liaison, at).saying("已清理").showing(Moment.AFTER, List.of(after));
            case SUBMITTED ->
                random.nextInt(3) == 0
                        ? by(Move.SEND_BACK, inspector, at).saying("还有")
                        : by(Move.VERIFY, inspector, at).finding(Truth.TRUE, Completion.WHOLE);
            case CLOSED ->
                switch (random.nextInt(4)) {
                    case 0 -> by(Move.REOPEN, inspector, at).saying("又有了");
                    case 1 -> by(Move.RECHECK_PASS, inspector, at);
                    default -> by(Move.RECHECK_FAIL, inspector, at).saying("又有了");
                };
            case REJECTED, WITHDRAWN, MERGED, SPLIT ->
                by(Move.REOPEN, inspector, at).saying("确有其事");
        };
    }

    private Share share(Random random) {
        return new Share(any(units, random).id(), null);
    }

    private static Step by(Move move, Member member, Instant at) {
        return Step.of(move, member, null, at);
    }

    private static long unitOf(Member member) {
        var unit = member.unit();
        return unit == null ? 0 : unit.id();
    }

    /** The number of an issue that is likely to be moved; 0 while there is none. */
    private long pick(Random random) {
        synchronized (known) {
            int size = known.size();
            return size == 0 ? 0 : known.get(size - 1 - random.nextInt(Math.min(size, ACTIVE)));
        }
    }

    /** Time goes on, but people's lines do not always come in in order. */
    private Instant at(Random random) {
        var at = Instant.ofEpochMilli(clock.addAndGet(random.nextInt(step)));
        return random.nextInt(5) == 0 ? at.minus(Duration.ofHours(random.nextInt(48))) : at;
    }

    private static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The last move of an issue. */
    private record Last(long id, Member by) {}
}
