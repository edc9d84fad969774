package ecobot.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of each post at each of its targets, and what a person may decide about it. */
public interface Deliveries {

    /** The latest posts that the scope can see, newest first, with the counts of the targets that it can see. */
    List<Summary> latest(Scope scope, int limit);

    /** One post; empty when there is none of that number with a target in the scope. */
    Optional<Delivery> find(long number, Scope scope);

    /**
     * Sends final messages again: the stored content, under the stored key. What failed goes out as if for the first time; what is unknown says that
     * it may be a repeat. What was in doubt when its post was taken back stays. Quiet hours hold here too. Joins the caller's transaction.
     *
     * @param state {@link State#FAILED} or {@link State#UNKNOWN}: only messages that are in it are touched
     * @param targets whose messages
     * @param staffId who decides
     * @return how many messages are sent again
     */
    int resend(long number, State state, Collection<Target> targets, String staffId);

    /** Notes that messages whose outcome is unknown have arrived. */
    int arrived(long number, Collection<Target> targets, String staffId);

    /**
     * What somebody may see.
     *
     * @param conversationIds only these groups; null for everything, private messages included
     */
    record Scope(@Nullable List<String> conversationIds) {

        public static Scope everything() {
            return new Scope((List<String>) null);
        }
    }

    /**
     * How it stands with a target, the worst of its messages: of a post that was taken back, one that is still there.
     */
    enum State {
        /** Taken back, or stopped before it left. Final: what was taken back is sent again by posting it again. */
        RECALLED,
        SENT,
        WAITING,
        FAILED,
        UNKNOWN
    }

    /**
     * A post in short; counts are of targets, not of messages.
     *
     * @param title of its first text; empty when it has none
     * @param storedAt by the application's clock
     */
    record Summary(
            long number,
            String title,
            Instant storedAt,
            int targets,
            int recalled,
            int sent,
            int waiting,
            int failed,
            int unknown) {}

    /** A group or a person. {@code id} is a conversation or a staff id. */
    record Target(boolean group, String id) {}

    /** A post with all its targets, in the order in which they were stored. */
    record Delivery(long number, String title, Instant storedAt, List<Outcome> outcomes) {}

    /**
     * How it stands with one target.
     *
     * @param until when it is tried next, by the application's clock; null when it is at it, or final
     * @param held whether it waits for the sake of peace, not because of trouble
     * @param reason the stable word of what went wrong last, or {@code recalled} for what did not leave, or {@code recalled-in-doubt} for what
     *     may have left before its post was taken back; null when nothing did
     */
    record Outcome(
            Target target,
            State state,
            @Nullable Instant until,
            boolean held,
            @Nullable String reason) {

        /** Whether it is final and {@link Deliveries#resend} sends it again. */
        public boolean resendable() {
            return (state == State.FAILED || state == State.UNKNOWN) && !RecallMapper.IN_DOUBT.equals(reason);
        }
    }
}
