package ecobot.issue;

import ecobot.chat.UserMistake;
import ecobot.deadline.Deadline;
import ecobot.deadline.Extension;
import ecobot.issue.AllowedMove.Need;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a move cannot be made: the state it is in, what happened last, who is next, what this person may do instead, what is missing. */
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
                        words.next(attempt.issue().state(), attempt.issue().number()),
                        offered(attempt)));
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
                        needs.stream().map(need -> new Line(words.of(need))).toList(),
                        move.type()
                                .replace(
                                        "{number}",
                                        Long.toString(attempt.issue().number()))));
    }

    /** An extension that the rules do not allow. */
    UserMistake extension(Attempt attempt, Extension.Refused why) {
        return UserMistake.of(
                "issue/extension-refused",
                new NoExtension(
                        attempt.issue().number(),
                        why.reason() == Extension.Reason.NOT_EXTENDABLE,
                        why.reason() == Extension.Reason.OVER_CAP,
                        why.cap(),
                        why.capUnit() == Deadline.DayUnit.WORKING,
                        attempt.issue().deadline().dueOn()));
    }

    /** What this person may do instead. */
    private List<Line> offered(Attempt attempt) {
        return moveTable.offeredFrom(attempt.issue().state()).stream()
                .filter(move -> move.mayBeMadeBy(attempt))
                .map(move -> new Line(words.offer(move, attempt.issue().number())))
                .toList();
    }

    private String name(@Nullable Long memberId) {
        return memberId == null
                ? words.system()
                : roster.member(memberId).map(Member::name).orElse(words.formerMember());
    }

    record UnknownNumber(long number) {}

    /**
     * The state does not fit.
     *
     * @param next what comes next, by whom; empty when nothing does
     * @param offers what this person may do
     */
    record WrongState(
            long number,
            String move,
            String state,
            Instant lastAt,
            String lastBy,
            String lastMove,
            String next,
            List<Line> offers) {}

    record WrongPerson(long number, String move, String who) {}

    /** @param type what to type */
    record MoveNeeds(long number, String move, List<Line> needs, String type) {}

    record NoExtension(long number, boolean never, boolean tooLong, int cap, boolean working, LocalDate dueOn) {}

    /** One line of a list. */
    record Line(String text) {}
}
