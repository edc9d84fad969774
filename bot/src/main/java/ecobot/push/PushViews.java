package ecobot.push;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the answers about pushes show. */
final class PushViews {

    private PushViews() {}

    /**
     * What is asked before a push.
     *
     * @param number of the material
     * @param looks how the first group will see it; exactly one
     * @param groups titles
     * @param more how many groups are not named
     * @param had who has had it, with the day
     * @param stopped groups that nothing is sent to
     * @param at null for now
     * @param quiet whether it waits for the morning
     * @param calls of the Open API
     * @param hooks sends of custom robots
     * @param left calls of the Open API that the month still has
     */
    record Proposal(
            long number,
            List<MaterialCard> looks,
            int count,
            List<String> groups,
            int more,
            List<Before> had,
            List<String> stopped,
            @Nullable Instant at,
            boolean quiet,
            int calls,
            int hooks,
            long left) {}

    /** A group that has had it. */
    record Before(String group, Instant at) {}

    /**
     * What is said after a yes.
     *
     * @param stopped groups that nothing is sent to any more
     */
    record Done(
            long number,
            String title,
            int count,
            List<String> stopped,
            @Nullable Instant at,
            boolean quiet) {}

    /** A push that waits. */
    record Waiting(long number, String title, Instant at, int count) {}

    /** All that wait. */
    record AllWaiting(List<Waiting> pushes) {}
}
