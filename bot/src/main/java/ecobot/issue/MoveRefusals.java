package ecobot.issue;

import ecobot.chat.UserMistake;
import ecobot.deadline.Deadline;
import ecobot.deadline.Extension;
import ecobot.issue.AllowedMove.Need;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.roster.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a move cannot be made: the state it is in, what happened last, who is next, what this person may do instead, what is missing. */
@Component
class MoveRefusals {

    private static final Set<Need> UNIT_NEEDS = Set.of(Need.NEW_UNIT, Need.UNITS);

    /** A longer word is a reason. */
    private static final int LONGEST_UNIT = 6;

    private final MoveTable moveTable;
    private final IssueWords words;
    private final Roster roster;
    private final UnitFinder units;
    private final MoveExamples examples;

    MoveRefusals(MoveTable moveTable, IssueWords words, Roster roster, UnitFinder units, MoveExamples examples) {
        this.moveTable = moveTable;
        this.words = words;
        this.roster = roster;
        this.units = units;
        this.examples = examples;
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

    /** What no words can mend is said alone; else what is missing, with a line that has it. */
    UserMistake missing(Attempt attempt, AllowedMove move, List<Need> needs) {
        long number = attempt.issue().number();
        var inVain = needs.stream().filter(need -> !need.isMetByTyping()).toList();
        var unknown = inVain.isEmpty() ? unknownUnits(attempt, needs) : List.<UnknownUnit>of();
        var told = inVain.isEmpty() ? needs : inVain;
        return UserMistake.of(
                "issue/move-needs",
                new MoveNeeds(
                        number,
                        words.of(move.move()),
                        unknown,
                        told.stream()
                                .filter(need -> unknown.isEmpty() || !UNIT_NEEDS.contains(need))
                                .map(need -> new Line(words.of(need, number)))
                                .toList(),
                        inVain.isEmpty() ? examples.of(move, attempt.issue(), likely(unknown)) : ""));
    }

    /** A first word that should have been a unit and is none; one element at most. */
    private List<UnknownUnit> unknownUnits(Attempt attempt, List<Need> needs) {
        var said = attempt.step().reason();
        if (said == null || needs.stream().noneMatch(UNIT_NEEDS::contains)) {
            return List.of();
        }
        var near = units.near(said);
        var typed = units.firstWord(said);
        return typed.length() > LONGEST_UNIT && near.isEmpty()
                ? List.of()
                : List.of(new UnknownUnit(
                        typed,
                        near.stream().map(Unit::name).collect(Collectors.joining(words.listSeparator())),
                        roster.rankedUnits().stream()
                                .map(Unit::shortName)
                                .collect(Collectors.joining(words.listSeparator())),
                        near));
    }

    private static @Nullable Unit likely(List<UnknownUnit> unknown) {
        return unknown.stream()
                .flatMap(unit -> unit.units().stream())
                .findFirst()
                .orElse(null);
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

    /** What was split is opened again by its parts. */
    UserMistake hasParts(Attempt attempt, List<Issue> parts) {
        return UserMistake.of(
                "issue/reopen-which",
                new ReopenWhich(
                        attempt.issue().number(),
                        parts.stream().map(part -> new Part(part.number())).toList(),
                        parts.get(0).number()));
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

    /**
     * Something is missing.
     *
     * @param unknownUnits one element when a unit was named that does not exist
     * @param example a line to copy; empty when no line would do
     */
    record MoveNeeds(long number, String move, List<UnknownUnit> unknownUnits, List<Line> needs, String example) {}

    /**
     * What was typed for a unit.
     *
     * @param near names of those that are written or sound alike; empty when there is none
     * @param known all that there are
     */
    record UnknownUnit(String typed, String near, String known, List<Unit> units) {}

    /** @param first one of the parts, for an example */
    record ReopenWhich(long number, List<Part> parts, long first) {}

    record Part(long number) {}

    record NoExtension(long number, boolean never, boolean tooLong, int cap, boolean working, LocalDate dueOn) {}

    /** One line of a list. */
    record Line(String text) {}
}
