package ecobot.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The apps of the organisation, their access tokens and connection tickets. These live by the machine's clock: that somebody sets the calendar
 * does not age them.
 */
final class Apps {

    /** The bot's own app, robot and client id. */
    static final String BOT = "demo";

    static final String BOT_SECRET = "demo-secret";

    static final Duration TICKET_LIFE = Duration.ofSeconds(90);
    static final Duration TOKEN_LIFE = Duration.ofSeconds(7200);

    private static final Map<String, App> APPS =
            Map.of(BOT, new App(BOT, BOT_SECRET), "peer", new App("peer", "peer-secret"));

    private final Clock machineClock;
    private final Map<String, Token> tokensByApp = new ConcurrentHashMap<>();
    private final Map<String, String> appByToken = new ConcurrentHashMap<>();
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

    Apps(Clock machineClock) {
        this.machineClock = machineClock;
    }

    /** An app; its client id is its robot code. */
    record App(String clientId, String secret) {
        @Override
        public String toString() {
            return clientId;
        }
    }

    /** What a ticket stands for: a client that wants to connect, and under which address it knows the platform. */
    record Ticket(
            App app,
            boolean wantsBotMessages,
            boolean wantsCards,
            boolean wantsEvents,
            String httpBase,
            Instant expiresAt) {}

    private record Token(String value, Instant expiresAt) {}

    Optional<App> authenticate(String clientId, String secret) {
        return Optional.ofNullable(APPS.get(clientId))
                .filter(app -> app.secret().equals(secret));
    }

    Optional<App> named(String clientId) {
        return Optional.ofNullable(APPS.get(clientId));
    }

    Iterable<App> all() {
        return APPS.values();
    }

    /** The app's access token; while one is valid, the same again with its life renewed. */
    String token(App app) {
        return tokensByApp
                .compute(app.clientId(), (id, old) -> renewed(id, old))
                .value();
    }

    Optional<App> appOfToken(String token) {
        return Optional.ofNullable(appByToken.get(token))
                .filter(id -> isValid(tokensByApp.get(id), token))
                .flatMap(this::named);
    }

    /** A ticket for one connection. */
    String ticket(App app, boolean wantsBotMessages, boolean wantsCards, boolean wantsEvents, String httpBase) {
        var now = machineClock.instant();
        tickets.values().removeIf(old -> old.expiresAt().isBefore(now));
        var ticket = UUID.randomUUID().toString();
        tickets.put(
                ticket, new Ticket(app, wantsBotMessages, wantsCards, wantsEvents, httpBase, now.plus(TICKET_LIFE)));
        return ticket;
    }

    /** Takes a ticket away, so that it is good for a single connection. */
    Optional<Ticket> redeem(String ticket) {
        return Optional.ofNullable(tickets.remove(ticket))
                .filter(found -> found.expiresAt().isAfter(machineClock.instant()));
    }

    private Token renewed(String clientId, @org.jspecify.annotations.Nullable Token old) {
        var now = machineClock.instant();
        var value = old != null && old.expiresAt().isAfter(now) ? old.value() : newToken(clientId);
        return new Token(value, now.plus(TOKEN_LIFE));
    }

    private String newToken(String clientId) {
        var value = UUID.randomUUID().toString().replace("-", "");
        appByToken.put(value, clientId);
        return value;
    }

    private boolean isValid(@org.jspecify.annotations.Nullable Token token, String value) {
        return token != null && token.value().equals(value) && token.expiresAt().isAfter(machineClock.instant());
    }
}
