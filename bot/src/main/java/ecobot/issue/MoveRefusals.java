package ecobot.issue;

import ecobot.chat.UserMistake;
import ecobot.issue.AllowedMove.Need;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a move cannot be made: the state it is in, what happened last, what is allowed now and for whom, what is missing. */
@Component
class MoveRefusals {

    private final MoveTable moveTable;
    private final IssueWords words;
    private final Roster roster;

    MoveRefusals(MoveTable moveTable, IssueWords words, Roster roster) {
        this.moveTable = moveTable;
        this.words = words;
        this.roster = roster;
    }

    UserMistake unknownNumber(long number) {
        return UserMistake.of("issue/unknown-number", new UnknownNumber(number));
    }

    /** The move does not start from the state that the issue is in, perhaps because somebody was faster. */
    UserMistake wrongState(Attempt attempt, Move move) {
        var last = attempt.last();
        return UserMistake.of(
                "issue/wrong-state",
                new WrongState(
                        attempt.issue().number(),
                        words.of(move),
                        words.of(attempt.issue().state()),
                        last.movedAt(),
                        name(last.memberId()),
                        words.of(last.move()),
                        offered(attempt.issue())));
    }

    UserMistake wrongPerson(Attempt attempt, AllowedMove move) {
        return UserMistake.of(
                "issue/wrong-person",
                new WrongPerson(attempt.issue().number(), words.of(move.move()), words.ofActors(move.who())));
    }

    UserMistake missing(Attempt attempt, AllowedMove move, List<Need> needs) {
        return UserMistake.of(
                "issue/move-needs",
                new MoveNeeds(
                        attempt.issue().number(),
                        words.of(move.move()),
                        needs.stream().map(need -> new Line(words.of(need))).toList()));
    }

    private List<Line> offered(Issue issue) {
        return moveTable.offeredFrom(issue.state()).stream()
                .map(move -> new Line(words.offer(move)))
                .toList();
    }

    private String name(@Nullable Long memberId) {
        return memberId == null
                ? words.system()
                : roster.member(memberId).map(Member::name).orElse(words.formerMember());
    }

    record UnknownNumber(long number) {}

    record WrongState(
            long number,
            String move,
            String state,
            Instant lastAt,
            String lastBy,
            String lastMove,
            List<Line> offers) {}

    record WrongPerson(long number, String move, String who) {}

    record MoveNeeds(long number, String move, List<Line> needs) {}

    /** One line of a list. */
    record Line(String text) {}
}
