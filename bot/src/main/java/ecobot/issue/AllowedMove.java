package ecobot.issue;

import ecobot.issue.Issue.State;
import ecobot.roster.Role;
import java.util.List;
import java.util.function.Predicate;

/**
 * One row of the table of moves.
 *
 * @param from the states that it starts from; empty for the move that brings an issue into being
 * @param command name of the command that makes it; empty when the system makes it, or when there is no such command yet
 * @param who whoever is one of these may make it
 * @param needs all of these have to be there
 */
record AllowedMove(Move move, List<State> from, State to, String command, List<Actor> who, List<Need> needs) {

    AllowedMove {
        from = List.copyOf(from);
        who = List.copyOf(who);
        needs = List.copyOf(needs);
    }

    boolean startsFrom(State state) {
        return from.contains(state);
    }

    /** Whether a person can ask for it. */
    boolean isOffered() {
        return !command.isEmpty();
    }

    boolean mayBeMadeBy(Attempt attempt) {
        return who.stream().anyMatch(actor -> actor.fits.test(attempt));
    }

    List<Need> missingIn(Attempt attempt) {
        return needs.stream().filter(need -> !need.isMet.test(attempt)).toList();
    }

    /** Who may make a move. */
    enum Actor {
        /** Nobody by hand. */
        SYSTEM(attempt -> false),
        /** Who reported this issue. */
        REPORTER(Attempt::isByReporter),
        /** A liaison of the unit that answers for it. */
        LIAISON(Attempt::isByOwnLiaison),
        INSPECTOR(attempt -> attempt.by().is(Role.INSPECTOR)),
        MANAGER(attempt -> attempt.by().is(Role.MANAGER)),
        ADMIN(attempt -> attempt.by().is(Role.ADMIN));

        private final Predicate<Attempt> fits;

        Actor(Predicate<Attempt> fits) {
            this.fits = fits;
        }
    }

    /** What a move needs beside the right state and the right person. */
    enum Need {
        REASON(attempt -> attempt.reason() != null),
        BEFORE_PHOTO(attempt -> attempt.hasPhotoOf(IssuePhoto.Moment.BEFORE)),
        AFTER_PHOTO(attempt -> attempt.hasPhotoOf(IssuePhoto.Moment.AFTER)),
        /** Nobody verifies what he submitted himself. */
        SOMEBODY_ELSE(attempt -> !attempt.isBySubmitter()),
        /** Nobody closes what his own unit answers for. */
        OTHER_UNIT(attempt -> !attempt.isByOwnUnit()),
        /** Nobody has acted on it meanwhile. */
        UNTOUCHED(Attempt::isUntouched);

        private final Predicate<Attempt> isMet;

        Need(Predicate<Attempt> isMet) {
            this.isMet = isMet;
        }
    }
}
