package ecobot.issue;

import ecobot.issue.IssuePhoto.Moment;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which photos prove something now. What was sent back, or found wanting later, or taken back, was photographed in vain: its photos from after
 * prove nothing about the next rectification, for which only those count that came with a move since. A photo is stored with the time of its move.
 */
final class Evidence {

    private static final Set<Move> BEGIN_ANEW = EnumSet.of(Move.SEND_BACK, Move.RECHECK_FAIL, Move.REOPEN);

    private final boolean fromTheFirst;
    private final Set<Instant> times;

    private Evidence(boolean fromTheFirst, Set<Instant> times) {
        this.fromTheFirst = fromTheFirst;
        this.times = times;
    }

    /** @param history all moves of an issue, in order */
    static Evidence by(List<IssueMove> history) {
        int beginning = beginning(history);
        var since = history.subList(beginning, history.size());
        return new Evidence(
                beginning == 0, since.stream().map(IssueMove::movedAt).collect(Collectors.toSet()));
    }

    boolean counts(Moment moment, Instant addedAt) {
        return fromTheFirst || moment == Moment.BEFORE || times.contains(addedAt);
    }

    /** Where the rectification that stands begins: behind the last move that put an end to an earlier one. */
    private static int beginning(List<IssueMove> history) {
        var standing = new ArrayDeque<Integer>();
        int takenBack = 0;
        for (int i = 0; i < history.size(); i++) {
            var move = history.get(i).move();
            if (move == Move.TAKE_BACK) {
                var undone = standing.pollLast();
                if (undone != null && history.get(undone).move() == Move.SUBMIT) {
                    takenBack = i + 1;
                }
            } else if (move != Move.LOCATE) {
                standing.addLast(i);
            }
        }
        int begunAnew = standing.stream()
                .filter(i -> BEGIN_ANEW.contains(history.get(i).move()))
                .mapToInt(i -> i + 1)
                .max()
                .orElse(0);
        return Math.max(takenBack, begunAnew);
    }
}
