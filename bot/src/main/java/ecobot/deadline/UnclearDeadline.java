package ecobot.deadline;

import ecobot.chat.UserMistake;
import ecobot.deadline.Deadlines.Fault;
import ecobot.deadline.Deadlines.Outcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What people are told of a deadline that cannot be one. Exactly one of the flags is true.
 *
 * @param day that was understood, Asia/Shanghai; null when none was
 */
public record UnclearDeadline(
        boolean noSuchDay,
        boolean past,
        boolean tooFar,
        boolean notUnderstood,
        @Nullable LocalDate day) {

    /** Says it and asks for another. */
    public static final String TEMPLATE = "deadline/unclear";

    /** @param outcome one that is no deadline */
    public static UnclearDeadline of(Outcome outcome) {
        var fault = outcome.fault();
        return new UnclearDeadline(
                fault == Fault.NO_SUCH_DAY,
                fault == Fault.PAST,
                fault == Fault.TOO_FAR,
                fault == Fault.NOT_UNDERSTOOD,
                outcome.day());
    }

    /** The same as a refusal. */
    public UserMistake mistake() {
        return UserMistake.of(TEMPLATE, this);
    }
}
