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
        SYSTEM(null, attempt -> false),
        /** Who reported this issue. */
        REPORTER(Role.REPORTER, Attempt::isByReporter),
        /** A liaison of the unit that answers for it. */
        LIAISON(Role.LIAISON, Attempt::isByOwnLiaison),
        INSPECTOR(Role.INSPECTOR, attempt -> attempt.by().is(Role.INSPECTOR)),
        MANAGER(Role.MANAGER, attempt -> attempt.by().is(Role.MANAGER)),
        ADMIN(Role.ADMIN, attempt -> attempt.by().is(Role.ADMIN)),
        /** Every member. */
        ANYONE(Role.REPORTER, attempt -> true);

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
