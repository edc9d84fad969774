package ecobot.outbox;

import java.time.Instant;
import java.util.List;

/**
 * Todos that the platform refused because the organisation had not given the permission. What they said is out of date by the time that the permission
 * comes, so whoever sent them says it anew; here is only which ones are missing.
 */
public interface RefusedTodos {

    /** Why they were refused. */
    String NO_PERMISSION = "permission-missing";

    /** Those that nobody has made up for, by when they were refused, some hundreds at most. Locked until the end of the caller's transaction. */
    List<Refused> lock();

    /** Whether a todo was made or changed after that time. */
    boolean wentAfter(Instant at);

    /** Says that they are made up for: sent anew, or of no use any more. */
    void settle(List<Refused> madeUp);

    /**
     * A todo that is missing.
     *
     * @param standingId of its {@link Outgoing.StandingTarget}
     * @param at when it was refused, by the machine's clock
     */
    record Refused(long id, String standingId, Instant at) {}
}
