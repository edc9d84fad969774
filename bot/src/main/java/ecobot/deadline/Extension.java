package ecobot.deadline;

import ecobot.deadline.Deadline.DayUnit;
import java.time.LocalDate;

/** What comes of the wish for more time. */
public sealed interface Extension {

    /** The deadline with the later date; its {@code extra} is what was asked for. */
    record Possible(Deadline deadline) implements Extension {}

    /**
     * It cannot be.
     *
     * @param cap by how many days it may be extended; 0 when not at all
     * @param latest the last day that could be granted
     */
    record Refused(Reason reason, int cap, DayUnit capUnit, LocalDate latest) implements Extension {}

    /** Why not. */
    enum Reason {
        /** The rule allows none, or it was extended already. */
        NOT_EXTENDABLE,
        /** More than the cap. */
        OVER_CAP,
        /** No day more. */
        SAME_OR_EARLIER
    }
}
