package ecobot.outbox;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox.
 *
 * @param optional whether it may be left out when quota is short
 * @param attempts how many attempts were begun
 * @param tries how many of them the platform turned down, or left us in the dark about
 * @param busySince since when the platform has answered every attempt that it is busy; null when the last one ended otherwise
 * @param notBefore when it may be attempted; while an attempt runs, when it counts as lost
 * @param repeatMarked whether an attempt without key ended in the dark, so that the next one has to say that it may be a repeat
 * @param channel the way of the last attempt
 * @param keyed whether that way took a key
 * @param pinned whether an attempt with key ended in the dark, so that the next one has to go the same way
 * @param queuedAt when it was stored, or let go the last time after it was held
 * @param dueSince since when it could have left, when it was held after that; null when it was not
 */
record StoredOutgoing(
        long id,
        String messageKey,
        Outgoing.Kind kind,
        boolean optional,
        TargetType target,
        String targetId,
        String lane,
        State state,
        int attempts,
        int tries,
        @Nullable Instant busySince,
        Instant notBefore,
        boolean repeatMarked,
        Messenger.@Nullable Channel channel,
        boolean keyed,
        boolean pinned,
        Instant queuedAt,
        @Nullable Instant dueSince,
        @Nullable Instant attemptedAt,
        @Nullable String sessionUrl,
        @Nullable Instant sessionExpiresAt,
        String content) {

    enum TargetType {
        GROUP,
        PERSON,
        STANDING
    }

    enum State {
        QUEUED,
        SENDING,
        SENT,
        RETRY,
        FAILED,
        UNKNOWN,
        /** Said by another message, whose end is its own. */
        MERGED
    }

    static StoredOutgoing of(Outgoing message, Instant now) {
        Outgoing.Session session = session(message.target());
        return new StoredOutgoing(
                0,
                message.key(),
                message.kind(),
                message.optional(),
                type(message.target()),
                targetId(message.target()),
                message.target().lane(),
                State.QUEUED,
                0,
                0,
                null,
                now,
                false,
                null,
                false,
                false,
                now,
                null,
                null,
                session == null ? null : session.url().toString(),
                session == null ? null : session.expiresAt(),
                ContentJson.write(message.content(), message.mentions()));
    }

    Outgoing outgoing() {
        ContentJson says = ContentJson.read(content);
        return new Outgoing(messageKey, target(session()), says.content(), says.mentions(), kind, optional);
    }

    /** The plan of the last attempt, when the next one has to repeat it. */
    Messenger.@Nullable Plan pinnedPlan() {
        return pinned && channel != null ? new Messenger.Plan(channel, keyed) : null;
    }

    /** Whether nobody misses anything when it fails. */
    boolean isExtra() {
        return target == TargetType.STANDING;
    }

    /** Whether it may have been sent already. */
    boolean unsure() {
        return pinned || repeatMarked;
    }

    private Outgoing.Target target(Outgoing.@Nullable Session session) {
        return switch (target) {
            case GROUP -> new Outgoing.GroupTarget(targetId, session);
            case PERSON -> new Outgoing.PersonTarget(targetId, session);
            case STANDING -> new Outgoing.StandingTarget(targetId);
        };
    }

    private Outgoing.@Nullable Session session() {
        return sessionUrl == null || sessionExpiresAt == null
                ? null
                : new Outgoing.Session(URI.create(sessionUrl), sessionExpiresAt);
    }

    private static Outgoing.@Nullable Session session(Outgoing.Target target) {
        if (target instanceof Outgoing.GroupTarget group) {
            return group.session();
        }
        return target instanceof Outgoing.PersonTarget person ? person.session() : null;
    }

    private static String targetId(Outgoing.Target target) {
        if (target instanceof Outgoing.GroupTarget group) {
            return group.conversationId();
        }
        return target instanceof Outgoing.PersonTarget person
                ? person.staffId()
                : ((Outgoing.StandingTarget) target).id();
    }

    private static TargetType type(Outgoing.Target target) {
        if (target instanceof Outgoing.GroupTarget) {
            return TargetType.GROUP;
        }
        return target instanceof Outgoing.PersonTarget ? TargetType.PERSON : TargetType.STANDING;
    }

    @Override
    public String toString() {
        return "StoredOutgoing[id=" + id + ", state=" + state + "]";
    }
}
