package ecobot.outbox;

import java.time.Instant;
import java.util.Optional;

/** Takes back what was posted, as far as the platform can. */
public interface Recalls {

    /**
     * Takes back all messages whose key begins with {@code post} and a colon: those that have not left stay here at once, in the caller's
     * transaction; those of which nobody knows whether they have left are not sent again; those that the app's robot sent are recalled after the commit. When that is over, {@link RecallEnded} is published.
     *
     * @param staffId who asks for it
     */
    Asked ask(String post, String staffId);

    /** What could be taken back of such messages now. Changes nothing. */
    Asked preview(String post);

    /** What was taken back of such messages the last time that somebody asked for it; empty when nobody did. */
    Optional<Taken> taken(String post);

    /**
     * What was taken back.
     *
     * @param at when it was asked for
     * @param left how many messages stayed where they were, as far as the platform has answered
     */
    record Taken(Instant at, int left) {}

    /**
     * What becomes of the messages.
     *
     * @param recallable were sent by the app's robot, and are recalled one after another
     * @param stopped had not left
     * @param unable cannot be taken back: another way out, or nobody knows whether they arrived
     * @param inDoubt how many of those would be sent again, marked, if nobody took the post back
     */
    record Asked(int recallable, int stopped, int unable, int inDoubt) {
        public boolean isNothing() {
            return recallable + stopped + unable == 0;
        }
    }
}
