package ecobot.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The port that sends. Implemented by the platform's room, called by the dispatcher outside any transaction. An attempt has two steps, for
 * the dispatcher writes down between them what is about to happen: only so is it known after a crash whether trying again is harmless.
 */
public interface Messenger {

    /** An attempt has to end within this time; after it another node may take the attempt for lost. */
    Duration PATIENCE = Duration.ofSeconds(20);

    /** So many people the platform takes in one private call. */
    int PERSONS_PER_CALL = 20;

    /**
     * Chooses the way out of the next attempt. Makes no call.
     *
     * @param closed ways that are shut for this target by a ban that still runs
     * @return empty when no way is left: the message then waits for the first ban to end, and is refused when none runs
     */
    Optional<Plan> plan(Outgoing message, Set<Channel> closed);

    /**
     * Makes one attempt, the planned way. Ends within {@link #PATIENCE}, and never throws for what the platform or the network did: that is
     * the result.
     */
    Result send(Outgoing message, Attempt attempt);

    /**
     * Makes one attempt for several people who get the same in private. Ends like {@link #send}.
     *
     * @param alike at most {@link #PERSONS_PER_CALL}; they differ in key and target only
     * @return how it ended for each, in their order
     */
    default List<Result> sendTogether(List<Outgoing> alike, Attempt attempt) {
        return alike.stream().map(message -> send(message, attempt)).toList();
    }

    /**
     * The way out that was chosen.
     *
     * @param keyed whether the platform takes a key on this way, so that a second attempt of the same message is harmless
     */
    record Plan(Channel channel, boolean keyed) {}

    /**
     * One attempt. After an unknown outcome of a keyed way the next attempt repeats the plan of the one before.
     *
     * @param number 1 for the first
     * @param repeatMarked whether the text has to say that it may be a repeat
     * @param pinned whether it repeats the plan of one that ended in the dark
     */
    record Attempt(int number, Plan plan, boolean repeatMarked, boolean pinned) {

        /** Whether an earlier attempt may have sent it. */
        public boolean unsure() {
            return pinned || repeatMarked;
        }
    }

    /** How an attempt ended. */
    sealed interface Result {}

    /**
     * Accepted by the platform.
     *
     * @param channel which way it went
     * @param platformId the platform's key of the message, for recall and read lists; null when the channel has none
     */
    record Sent(Channel channel, @Nullable String platformId) implements Result {}

    /**
     * Certainly not sent, the platform answered so; may be tried again after {@code delay}. After a quarter of an hour of such
     * answers and no other the message is given up, so that its lane goes on.
     *
     * @param reason a stable word
     */
    record Retry(String reason, Duration delay) implements Result {}

    /**
     * Certainly not sent, and not the message's fault: no connection, no token, throttled, a limit of our own. May be
     * tried again after {@code delay}; does not count.
     *
     * @param reason a stable word
     */
    record Unreachable(String reason, Duration delay) implements Result {}

    /**
     * Certainly not sent, for something that has to go before it came to nothing, and that costs: an upload. May be tried again after {@code delay}.
     * Counts: after a few such attempts the message is given up, so that its lane goes on.
     *
     * @param reason a stable word
     */
    record Fruitless(String reason, Duration delay) implements Result {}

    /** Certainly not sent, and trying again is useless. {@code reason} is a stable word. */
    record Refused(String reason) implements Result {}

    /**
     * Certainly not sent, and nothing else can be sent to this group: it is gone, or the robot was removed from it. {@code reason} is a stable word.
     */
    record TargetGone(String reason) implements Result {}

    /**
     * Not sent; everything that uses {@code channel} to this target has to wait.
     *
     * @param until by the machine's clock
     */
    record Banned(Channel channel, Instant until) implements Result {}

    /** It may have been sent. {@code keyed} tells whether the same key makes a further attempt harmless. */
    record Unknown(String reason, boolean keyed) implements Result {}

    /** The ways out. */
    enum Channel {
        SESSION_WEBHOOK,
        APP_GROUP,
        APP_PRIVATE,
        CUSTOM_ROBOT,
        TODO,
        CARD,
        DING,
        CALENDAR
    }
}
