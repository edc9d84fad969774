package ecobot.issue;

import ecobot.issue.Deadline.DayUnit;

/** What comes of asking for a later date. */
public sealed interface Extension {

    /** It may be granted; this is the later date. */
    record Possible(Deadline deadline) implements Extension {}

    /**
     * It may not.
     *
     * @param cap by how much it may be extended at most
     */
    record Impossible(Reason reason, int cap, DayUnit capUnit) implements Extension {}

    /** Why not. */
    enum Reason {
        NOT_EXTENDABLE,
        OVER_CAP,
        SAME_OR_EARLIER
    }
}
