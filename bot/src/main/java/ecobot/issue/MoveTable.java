package ecobot.issue;

import ecobot.chat.Templates;
import ecobot.issue.Issue.State;
import ecobot.roster.Role;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The one table of allowed moves, read from {@code templates/issue/moves.yml}. A contradiction in it stops the start. */
@Component
class MoveTable {

    /** What leads back to wherever the issue was, and what only notes something. */
    static final Set<Move> BESIDE_THE_TABLE = Set.of(Move.TAKE_BACK, Move.LOCATE);

    private final List<AllowedMove> moves;

    @Autowired
    MoveTable(Templates templates) {
        this(templates.words("issue/moves", Rows.class).moves());
    }

    MoveTable(List<AllowedMove> moves) {
        this.moves = List.copyOf(moves);
        checkThatEachMoveIsClear();
    }

    /** All rows, in the order of the file. */
    List<AllowedMove> all() {
        return moves;
    }

    /** How an issue comes into being. */
    AllowedMove first() {
        return moves.stream()
                .filter(move -> move.move() == Move.REPORT && move.from().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("issue/moves: no row brings an issue into being"));
    }

    Optional<AllowedMove> find(State from, Move move) {
        return moves.stream()
                .filter(row -> row.move() == move && row.startsFrom(from))
                .findFirst();
    }

    AllowedMove from(State from, Move move) {
        return find(from, move)
                .orElseThrow(() -> new IllegalStateException("issue/moves: no row " + move + " from " + from));
    }

    /** What people can ask for now. */
    List<AllowedMove> offeredFrom(State state) {
        return moves.stream()
                .filter(row -> row.startsFrom(state) && row.isOffered())
                .toList();
    }

    /** The states that a move starts from. */
    List<State> statesBefore(Move move) {
        return moves.stream()
                .filter(row -> row.move() == move)
                .flatMap(row -> row.from().stream())
                .distinct()
                .toList();
    }

    /** The roles that make one of some moves possible; what depends on the issue itself is not asked here. */
    Set<Role> rolesOf(Move... some) {
        var wanted = Set.of(some);
        return moves.stream()
                .filter(row -> wanted.contains(row.move()))
                .flatMap(row -> row.who().stream())
                .flatMap(actor -> actor.role().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void checkThatEachMoveIsClear() {
        var seen = new HashSet<List<Enum<?>>>();
        var absent = EnumSet.allOf(Move.class);
        absent.removeAll(BESIDE_THE_TABLE);
        for (var row : moves) {
            absent.remove(row.move());
            for (var from : row.from()) {
                if (!seen.add(List.of(row.move(), from))) {
                    throw new IllegalStateException("issue/moves: two rows " + row.move() + " from " + from);
                }
            }
        }
        if (!absent.isEmpty()) {
            throw new IllegalStateException("issue/moves: no row for " + absent);
        }
        from(State.REPORTED, Move.ASSIGN);
    }

    /** The file. */
    record Rows(List<AllowedMove> moves) {}
}
