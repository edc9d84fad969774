package ecobot.outbox;

import java.time.Duration;
import java.util.Set;

/** The port that asks the platform who has read a message. Implemented by the platform's room; called outside any transaction. Each call costs quota. */
public interface ReadLists {

    /**
     * Who has read a message of the app's robot in a group. Asking twice is harmless.
     *
     * @param platformId the platform's key of the message
     */
    Answer readers(String conversationId, String platformId);

    /** What the platform says. */
    sealed interface Answer {}

    /** These have, by staff id. */
    record Readers(Set<String> staffIds) implements Answer {
        public Readers {
            staffIds = Set.copyOf(staffIds);
        }
    }

    /** It does not say, and never will: the message is too old or gone, or there is no permission. {@code reason} is a stable word. */
    record Untold(String reason) implements Answer {}

    /** It cannot say now; to be asked again after {@code delay}. {@code reason} is a stable word. */
    record Later(String reason, Duration delay) implements Answer {}
}
