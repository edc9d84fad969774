package ecobot.issue;

import ecobot.issue.Issue.Kind;
import ecobot.issue.Issue.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What issues add to the counters: a function of an issue and its history and of nothing else, so what a change of the issue changes is the
 * difference between after and before, whichever change it was. The counters hold the sum over all issues.
 */
final class Contribution {

    /** Goes on in others, or was none. */
    private static final Set<State> COUNT_NOWHERE =
            EnumSet.of(State.REJECTED, State.WITHDRAWN, State.MERGED, State.SPLIT);

    private final SortedMap<Cell<LocalDate>, StretchCounts> stretches = new TreeMap<>();
    private final SortedMap<Cell<Instant>, DueCounts> dues = new TreeMap<>();

    private Contribution() {}

    static Contribution sum(Collection<Contribution> contributions) {
        var sum = new Contribution();
        contributions.forEach(each -> {
            each.stretches.forEach(sum::add);
            each.dues.forEach(sum::add);
        });
        return sum;
    }

    /** @param history its moves, in order */
    static Contribution of(Issue issue, List<IssueMove> history) {
        var sum = new Contribution();
        if (!COUNT_NOWHERE.contains(issue.state())) {
            var owner = new Owner(issue.unitId(), issue.kinds());
            sum.add(owner, issue.createdAt(), StretchCounts.REPORTED);
            var closedAt = issue.closedAt();
            var dueAt = issue.deadline().dueAt();
            if (closedAt == null) {
                sum.add(owner, dueAt, DueCounts.OPEN);
            } else {
                sum.add(owner, dueAt, closedAt.isAfter(dueAt) ? DueCounts.LATE : DueCounts.ON_TIME);
                sum.add(owner, closedAt, StretchCounts.CLOSED);
            }
            sum.addVerdicts(owner, standing(history));
        }
        return sum;
    }

    /** What changes when an open issue gets another date. */
    static Contribution redated(long unitId, List<Kind> kinds, Instant from, Instant to) {
        var owner = new Owner(unitId, kinds);
        var before = new Contribution();
        before.add(owner, from, DueCounts.OPEN);
        var after = new Contribution();
        after.add(owner, to, DueCounts.OPEN);
        return after.minus(before);
    }

    SortedMap<Cell<LocalDate>, StretchCounts> stretches() {
        return Collections.unmodifiableSortedMap(stretches);
    }

    SortedMap<Cell<Instant>, DueCounts> dues() {
        return Collections.unmodifiableSortedMap(dues);
    }

    boolean isNone() {
        return stretches.isEmpty() && dues.isEmpty();
    }

    Contribution minus(Contribution other) {
        return sum(List.of(this, other.negated()));
    }

    private Contribution negated() {
        var negated = new Contribution();
        stretches.forEach((cell, counts) -> negated.add(cell, counts.negated()));
        dues.forEach((cell, counts) -> negated.add(cell, counts.negated()));
        return negated;
    }

    /** The moves that were not taken back by the next one; that a place was noted is no move. */
    private static List<IssueMove> standing(List<IssueMove> history) {
        var moves = history.stream().filter(move -> move.move() != Move.LOCATE).toList();
        return IntStream.range(0, moves.size())
                .filter(i -> i + 1 == moves.size() || moves.get(i + 1).move() != Move.TAKE_BACK)
                .mapToObj(moves::get)
                .toList();
    }

    private void addVerdicts(Owner owner, List<IssueMove> moves) {
        boolean first = true;
        for (var move : moves) {
            boolean passed = move.move() == Move.VERIFY;
            if (passed || move.move() == Move.SEND_BACK) {
                if (first) {
                    add(owner, move.movedAt(), passed ? StretchCounts.FIRST_PASSED : StretchCounts.FIRST_NOT_PASSED);
                }
                first = false;
            }
            if (move.move() == Move.SEND_BACK) {
                add(owner, move.movedAt(), StretchCounts.SENT_BACK);
            } else if (move.move() == Move.RECHECK_FAIL) {
                add(owner, move.movedAt(), StretchCounts.RECHECK_FAILED);
            }
        }
    }

    private void add(Owner owner, Instant at, StretchCounts counts) {
        var from = Stretch.at(at).from();
        owner.cells().forEach(kind -> add(new Cell<>(kind, from, owner.unitId()), counts));
    }

    private void add(Owner owner, Instant dueAt, DueCounts counts) {
        owner.cells().forEach(kind -> add(new Cell<>(kind, dueAt, owner.unitId()), counts));
        add(owner, dueAt, StretchCounts.due(counts));
    }

    private void add(Cell<LocalDate> cell, StretchCounts counts) {
        var sum = stretches.getOrDefault(cell, StretchCounts.NONE).plus(counts);
        if (sum.equals(StretchCounts.NONE)) {
            stretches.remove(cell);
        } else {
            stretches.put(cell, sum);
        }
    }

    private void add(Cell<Instant> cell, DueCounts counts) {
        var sum = dues.getOrDefault(cell, DueCounts.NONE).plus(counts);
        if (sum.equals(DueCounts.NONE)) {
            dues.remove(cell);
        } else {
            dues.put(cell, sum);
        }
    }

    /** Whose figures an issue is in. */
    private record Owner(long unitId, List<Kind> kinds) {

        List<String> cells() {
            return Stream.concat(Stream.of(Cell.ALL), kinds.stream().map(Enum::name))
                    .toList();
        }
    }
}
