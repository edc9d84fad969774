package ecobot.outbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The port that sends. Implemented by the platform's room, called by the dispatcher outside any transaction. */
public interface Messenger {

    /**
     * Makes one attempt. Never throws for what the platform or the network did: that is the result.
     *
     * @param attempt 1 for the first
     * @param repeatMarked whether the text has to say that it may be a repeat
     */
    Result send(Outgoing message, int attempt, boolean repeatMarked);

    /** How an attempt ended. */
    sealed interface Result {}

    /**
     * Accepted by the platform.
     *
     * @param channel which way it went
     * @param platformId the platform's key of the message, for recall and read lists; null when the channel has none
     */
    record Sent(Channel channel, @Nullable String platformId) implements Result {}

    /** Certainly not sent; may be tried again after {@code wait}. {@code reason} is a stable word. */
    record Retry(String reason, Duration delay) implements Result {}

    /** Certainly not sent, and trying again is useless. {@code reason} is a stable word. */
    record Refused(String reason) implements Result {}

    /** Not sent; everything that uses {@code channel} to this target has to wait until then. */
    record Banned(Channel channel, Instant until) implements Result {}

    /** It may have been sent. {@code keyed} tells whether the same key makes a further attempt harmless. */
    record Unknown(String reason, boolean keyed) implements Result {}

    /** The ways out. */
    enum Channel {
        SESSION_WEBHOOK,
        APP_GROUP,
        APP_PRIVATE,
        CUSTOM_ROBOT
    }
}
