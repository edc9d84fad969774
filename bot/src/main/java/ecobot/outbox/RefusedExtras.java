package ecobot.outbox;

import java.time.Instant;
import java.util.List;

/**
 * Todos and calendar entries that the platform refused because the organisation had not given the permission. What they said is out of date by the time
 * that the permission comes, so whoever sent them says it anew ({@link MakingUp}); here is only which ones are missing.
 */
public interface RefusedExtras {

    /** Why they were refused. */
    String NO_PERMISSION = "permission-missing";

    /** What needs a permission of its own. */
    enum Extra {
        /** {@link Outgoing.Todo}. */
        TODO("todo:"),
        /** {@link Outgoing.Event}. */
        CALENDAR("calendar:");

        /** What the keys of its messages begin with. */
        final String keys;

        Extra(String keys) {
            this.keys = keys;
        }
    }

    /** Those that nobody has made up for, by when they were refused, some hundreds at most. Locked until the end of the caller's transaction. */
    List<Refused> lock(Extra extra);

    /** Whether one was made or changed after that time. */
    boolean wentAfter(Extra extra, Instant at);

    /** Says that they are made up for: sent anew, or of no use any more. */
    void settle(List<Refused> madeUp);

    /**
     * One that is missing.
     *
     * @param standingId of its {@link Outgoing.StandingTarget}
     * @param at when it was refused, by the machine's clock
     */
    record Refused(long id, String standingId, Instant at) {}
}
