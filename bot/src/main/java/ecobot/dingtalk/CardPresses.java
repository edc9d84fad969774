package ecobot.dingtalk;

import ecobot.inbox.Inbox;
import ecobot.inbox.IncomingMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes presses of buttons: whoever presses one says its words to the bot in private, so that commands decide who may do what, by staff id, and
 * whoever may not reads so alone. Of the press only who, which card and which button is believed. A quick second press of the same is the same.
 */
@Component
class CardPresses {

    private static final int USER_ID = 1;
    private static final Duration SAME = Duration.ofMinutes(5);

    private final CardMapper cards;
    private final Inbox inbox;
    private final DingTalkAccess access;
    private final Clock clock;
    private final Aside aside;

    CardPresses(CardMapper cards, Inbox inbox, DingTalkAccess access, Clock clock, Aside aside) {
        this.cards = cards;
        this.inbox = inbox;
        this.access = access;
        this.clock = clock;
        this.aside = aside;
    }

    /**
     * Takes a press. Does not wait for the database.
     *
     * @return completes once it is durable, or known to mean nothing; exceptionally when it is not
     * @throws Json.NotJson when it is no press
     */
    CompletableFuture<Void> take(String json) throws Json.NotJson {
        ObjectNode press = Json.object(json);
        String trackId = Json.text(press, "outTrackId", "");
        String staffId = Json.text(press, "userId", "");
        String action = action(press);
        if (trackId.isEmpty() || staffId.isBlank() || Json.number(press, "userIdType", USER_ID) != USER_ID) {
            return CompletableFuture.completedFuture(null);
        }
        Instant now = clock.instant();
        return aside.ask(() -> Optional.ofNullable(cards.find(trackId)))
                .thenCompose(found -> found.flatMap(card -> CardState.read(card.content())
                                .says(action)
                                .map(words -> said(now, staffId, trackId, action, card.version(), words, json)))
                        .map(inbox::accept)
                        .orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    private IncomingMessage said(
            Instant now, String staffId, String trackId, String action, long version, String words, String json) {
        long when = now.getEpochSecond() / SAME.toSeconds();
        return new IncomingMessage(
                access.robotCode(),
                String.join(":", "card", trackId, Long.toString(version), action, staffId, Long.toString(when)),
                "card:" + trackId,
                false,
                null,
                staffId,
                "",
                now,
                words,
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                false,
                json);
    }

    /** The pages of the platform's description call the inner text by two names. */
    private static String action(ObjectNode press) throws Json.NotJson {
        String inner = Json.text(press, "content", Json.text(press, "value", "{}"));
        JsonNode actions = Json.object(inner).path("cardPrivateData").path("actionIds");
        return actions.isEmpty() ? "" : actions.get(0).asString("");
    }
}
