package ecobot.issue;

import java.util.ArrayList;
import java.util.List;

/** An issue's history as it counts: without what was taken back, and without notes of places, which are no moves. */
final class StandingMoves {

    private StandingMoves() {}

    /** @param history all its moves, in order */
    static List<IssueMove> of(List<IssueMove> history) {
        var standing = new ArrayList<IssueMove>();
        for (var made : history) {
            if (made.move() == Move.TAKE_BACK) {
                takeLastFrom(standing);
            } else if (made.move() != Move.LOCATE) {
                standing.add(made);
            }
        }
        return List.copyOf(standing);
    }

    /** The last one, be it taken back or not. */
    static IssueMove last(List<IssueMove> history) {
        return history.stream()
                .filter(made -> made.move() != Move.LOCATE)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** The move that the last one of a history took back. */
    static IssueMove takenBackBy(List<IssueMove> history) {
        var moves = history.stream().filter(made -> made.move() != Move.LOCATE).toList();
        return moves.get(moves.size() - 2);
    }

    private static void takeLastFrom(List<IssueMove> standing) {
        if (!standing.isEmpty()) {
            standing.remove(standing.size() - 1);
        }
    }
}
