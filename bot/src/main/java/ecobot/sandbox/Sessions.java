package ecobot.sandbox;

import ecobot.sandbox.Entry.Said;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The session webhooks: where a robot may answer a message until its session expires, by the application's clock. */
final class Sessions {

    private final Clock clock;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /** A right to speak in one conversation. */
    record Session(String conversation, String robotCode, Instant expiresAt) {}

    /** Notes the session that comes with a message. */
    void add(Said said) {
        var delivery = said.delivery();
        if (delivery != null) {
            sessions.put(
                    delivery.session(),
                    new Session(said.conversation(), delivery.client(), delivery.sessionExpiresAt()));
        }
    }

    /** The session, unless there is none or it has expired. */
    Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.get(id))
                .filter(session -> session.expiresAt().isAfter(clock.instant()));
    }
}
