package ecobot.outbox;

import java.time.Instant;
import java.util.List;

/**
 * Groups that nothing is sent to, because the platform said that they are gone or that the robot was removed. What is stored for one fails at once,
 * answers excepted: who is answered has just been heard.
 */
public interface Targets {

    /** The reason of messages that failed because their target was stopped before they were sent. */
    String STOPPED = "target-disabled";

    /** What is stopped, the latest first. */
    List<Stopped> stopped();

    /** Whether nothing is sent to a group; may be a few seconds old. */
    boolean isStopped(String conversationId);

    /**
     * Sends to a group again, as also happens when a message that somebody sent again arrives; does nothing when it is not stopped. What failed meanwhile stays failed.
     *
     * @return whether it was stopped
     */
    boolean open(String conversationId);

    /**
     * A group that is stopped.
     *
     * @param reason the platform's, as a stable word
     * @param at by the application's clock
     */
    record Stopped(String conversationId, String reason, Instant at) {}

    /** Published in the transaction that stops a group, once per stop. */
    record TargetStopped(Stopped target, int failed) {}
}
