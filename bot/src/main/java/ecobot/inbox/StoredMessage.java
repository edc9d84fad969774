package ecobot.inbox;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the inbox. {@code message} is the message as JSON without what has a column of its own: the session, which is a secret and is
 * forgotten early, and the raw text.
 */
record StoredMessage(
        long id,
        String robotCode,
        String msgId,
        String lane,
        int attempts,
        Instant receivedAt,
        Instant storedAt,
        @Nullable String sessionUrl,
        @Nullable Instant sessionExpiresAt,
        String message,
        String raw) {

    static StoredMessage of(IncomingMessage message, Instant receivedAt, Instant storedAt) {
        IncomingMessage.Session session = message.session();
        return new StoredMessage(
                0,
                message.robotCode(),
                message.msgId(),
                Lane.of(message),
                0,
                receivedAt,
                storedAt,
                session == null ? null : session.url().toString(),
                session == null ? null : session.expiresAt(),
                MessageJson.write(message),
                message.raw());
    }

    InboxItem item() {
        return new InboxItem(id, MessageJson.read(message, raw, session()), receivedAt);
    }

    private IncomingMessage.@Nullable Session session() {
        return sessionUrl == null || sessionExpiresAt == null
                ? null
                : new IncomingMessage.Session(URI.create(sessionUrl), sessionExpiresAt);
    }

    @Override
    public String toString() {
        return "StoredMessage[id=" + id + "]";
    }
}
