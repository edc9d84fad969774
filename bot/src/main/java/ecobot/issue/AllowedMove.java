package ecobot.issue;

import ecobot.issue.Issue.State;
import ecobot.roster.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of moves.
 *
 * @param from the states that it starts from; empty for the move that brings an issue into being
 * @param to where it leads
 * @param type what a person types for it; empty when nobody types it
 * @param example a line to copy, see {@link MoveExamples}; empty when nobody types it
 * @param who whoever is one of these may make it
 * @param needs all of these have to be there
 * @param tells who hears of it
 */
record AllowedMove(
        Move move,
        List<State> from,
        Target to,
        String type,
        String example,
        List<Actor> who,
        List<Need> needs,
        List<Hearer> tells) {

    /** What stands for the issue's number in {@link #type} and {@link #example}. */
    static final String NUMBER = "{number}";

    AllowedMove {
        from = List.copyOf(from);
        who = List.copyOf(who);
        needs = List.copyOf(needs);
        tells = List.copyOf(tells);
        if (!commandOf(example).equals(commandOf(type)) || example.contains(NUMBER) != type.contains(NUMBER)) {
            throw new IllegalArgumentException("issue/moves: the example of " + move + " is none for " + type);
        }
    }

    private static String commandOf(String line) {
        return line.split(" ", 2)[0].replaceFirst("\\P{L}+$", "");
    }

    boolean startsFrom(State state) {
        return from.contains(state);
    }

    /** Whether a person can ask for it. */
    boolean isOffered() {
        return !type.isEmpty();
    }

    /** The state after it. */
    State leadsTo(State state) {
        return to.state == null ? state : to.state;
    }

    boolean mayBeMadeBy(Attempt attempt) {
        return who.stream().anyMatch(actor -> actor.fits.test(attempt));
    }

    List<Need> missingIn(Attempt attempt) {
        return needs.stream().filter(need -> !need.isMet.test(attempt)).toList();
    }

    /** Where a move leads. */
    enum Target {
        REPORTED(State.REPORTED),
        ASSIGNED(State.ASSIGNED),
        RECTIFYING(State.RECTIFYING),
        SUBMITTED(State.SUBMITTED),
        CLOSED(State.CLOSED),
        REJECTED(State.REJECTED),
        WITHDRAWN(State.WITHDRAWN),
        MERGED(State.MERGED),
        SPLIT(State.SPLIT),
        /** It stays where it is. */
        SAME(null);

        private final @Nullable State state;

        Target(@Nullable State state) {
            this.state = state;
        }
    }

    /** Who may make a move. */
    enum Actor {
        /** Nobody by hand. */
        SYSTEM(null, attempt -> attempt.step().by() == null),
        /** Who reported this issue. */
        REPORTER(Role.REPORTER, Attempt::isByReporter),
        /** A liaison of the unit that answers for it. */
        LIAISON(Role.LIAISON, Attempt::isByOwnLiaison),
        INSPECTOR(Role.INSPECTOR, attempt -> attempt.isByOne(Role.INSPECTOR)),
        /** A manager of the unit that answers, or of the bureau. */
        MANAGER(
                Role.MANAGER,
                attempt -> attempt.isByOne(Role.MANAGER) && (attempt.isByOwnUnit() || attempt.isByBureau())),
        BUREAU_MANAGER(Role.MANAGER, attempt -> attempt.isByOne(Role.MANAGER) && attempt.isByBureau()),
        /** Every member. */
        ANYONE(Role.REPORTER, attempt -> attempt.step().by() != null);

        private final @Nullable Role role;
        private final Predicate<Attempt> fits;

        Actor(@Nullable Role role, Predicate<Attempt> fits) {
            this.role = role;
            this.fits = fits;
        }

        /** The role that everybody has who may be this actor; empty for the system. */
        Optional<Role> role() {
            return Optional.ofNullable(role);
        }
    }

    /** What a move needs beside the right state and the right person. */
    enum Need {
        REASON(By.TYPING, attempt -> attempt.step().reason() != null),
        /** Said what was done. */
        ACCOUNT(By.TYPING, attempt -> attempt.step().reason() != null),
        BEFORE_PHOTO(By.NOTHING_TYPED, attempt -> attempt.hasPhotoOf(IssuePhoto.Moment.BEFORE)),
        AFTER_PHOTO(By.TYPING, attempt -> attempt.hasPhotoOf(IssuePhoto.Moment.AFTER)),
        /** The same before the move, which brings none itself. */
        AFTER_EVIDENCE(By.NOTHING_TYPED, attempt -> attempt.hasPhotoOf(IssuePhoto.Moment.AFTER)),
        /** Brings a photo. */
        PHOTO(By.TYPING, attempt -> !attempt.step().photos().isEmpty()),
        /** Nobody verifies what he submitted himself. */
        SOMEBODY_ELSE(By.NOTHING_TYPED, attempt -> !attempt.isBySubmitter()),
        /** Nobody closes what his own unit answers for. */
        OTHER_UNIT(By.NOTHING_TYPED, attempt -> !attempt.isByOwnUnit()),
        /** Nobody has acted on it meanwhile. */
        UNTOUCHED(By.NOTHING_TYPED, Attempt::isUntouched),
        /** Not given back too late. */
        IN_RETURN_TIME(By.NOTHING_TYPED, Attempt::isInReturnTime),
        NEW_UNIT(By.TYPING, Attempt::namesAnotherUnit),
        UNITS(By.TYPING, attempt -> attempt.step().units().size() > 1),
        OTHER_ISSUE(By.TYPING, Attempt::namesAnotherOpenIssue),
        /** A liaison does not get rid of an issue by it. */
        NO_EASIER_ISSUE(By.NOTHING_TYPED, Attempt::mayGoOnInOther),
        /** It was never extended, and nobody asks for it now. */
        NO_EXTENSION_YET(By.NOTHING_TYPED, attempt -> attempt.extensions().isEmpty()),
        EXTENSION_ASKED(By.NOTHING_TYPED, attempt -> attempt.askedExtension().isPresent()),
        RECHECK_SET(By.NOTHING_TYPED, attempt -> attempt.issue().course().recheckOn() != null),
        NOT_NUDGED_TODAY(By.NOTHING_TYPED, Attempt::isNotNudgedToday),
        /** It is no part of another one. */
        NO_PARENT(By.NOTHING_TYPED, attempt -> attempt.issue().parentId() == null);

        private final By by;
        private final Predicate<Attempt> isMet;

        Need(By by, Predicate<Attempt> isMet) {
            this.by = by;
            this.isMet = isMet;
        }

        /** Whether the same command with more words or a photo would do. */
        boolean isMetByTyping() {
            return by == By.TYPING;
        }

        private enum By {
            TYPING,
            NOTHING_TYPED
        }
    }

    /** Who hears of a move. */
    enum Hearer {
        REPORTER,
        /** Those of the unit that answers after the move. */
        LIAISON,
        /** Those of the unit that answered before it. */
        FORMER_LIAISON,
        INSPECTOR,
        /** The inspectors, when none of them did it. */
        INSPECTOR_UNLESS_BY_ONE,
        BUREAU_MANAGER,
        /** Whoever has to act now: the liaisons, or the inspectors. */
        WHO_IS_NEXT,
        /** The group of the unit that answers after the move. */
        GROUP
    }
}
