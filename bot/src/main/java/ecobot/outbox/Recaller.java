package ecobot.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The port that takes messages back. Implemented by the platform's room; called outside any transaction. Asking twice is harmless. */
public interface Recaller {

    /** So many messages of one target may be named in one call. */
    int MOST = 20;

    /**
     * Makes one call.
     *
     * @param group whether {@code targetId} is a conversation; otherwise it is a staff id
     * @param platformIds of messages to that target, {@link #MOST} of them at most
     */
    Answer recall(boolean group, String targetId, List<String> platformIds);

    /** How it went. */
    sealed interface Answer {}

    /**
     * The platform has answered for each of the messages.
     *
     * @param refused reasons, stable words, of those that stay, by platform id
     */
    record Answered(Map<String, String> refused) implements Answer {}

    /** Nobody knows, or it cannot be done now; to be asked again after {@code delay}. {@code reason} is a stable word. */
    record Later(String reason, Duration delay) implements Answer {}
}
