package ecobot.dingtalk;

import ecobot.inbox.IncomingMessage;
import ecobot.inbox.IncomingMessage.Quoted;
import ecobot.inbox.IncomingMessage.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the platform's bot message, the same in stream and callback. Whatever may be missing may be missing. */
@Component
class BotMessageDecoder {

    private static final String SESSION_WEBHOOK = "sessionWebhook";
    private static final String GROUP = "2";

    private final DingTalkAccess access;
    private final SessionUrls sessions;
    private final Clock clock;

    BotMessageDecoder(DingTalkAccess access, SessionUrls sessions, Clock clock) {
        this.access = access;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Reads a message.
     *
     * @param envelopeId stands in for a missing message id; null when there is none
     * @throws Json.NotJson when it is no JSON object, or says neither which message it is nor where
     */
    Decoded decode(String json, @Nullable String envelopeId) throws Json.NotJson {
        ObjectNode node = Json.object(json);
        BotContent content = BotContent.of(node);
        String errorCode = Json.text(node, "errorCode");
        if (errorCode != null && content.isEmpty()) {
            return new Decoded.OverQuota(errorCode, Json.text(node, "robotCode"));
        }
        return new Decoded.Message(message(node, content, envelopeId));
    }

    private IncomingMessage message(ObjectNode node, BotContent content, @Nullable String envelopeId)
            throws Json.NotJson {
        boolean group = GROUP.equals(Json.text(node, "conversationType"));
        return new IncomingMessage(
                nonEmpty(node, "robotCode").orElseGet(access::robotCode),
                nonEmpty(node, "msgId")
                        .or(() -> Optional.ofNullable(envelopeId))
                        .orElseThrow(Json.NotJson::new),
                nonEmpty(node, "conversationId").orElseThrow(Json.NotJson::new),
                group,
                group ? Json.text(node, "conversationTitle") : null,
                nonEmpty(node, "senderStaffId").orElse(null),
                Json.text(node, "senderNick", ""),
                instant(node, "createAt").orElseGet(clock::instant),
                content.text(),
                content.photos(),
                content.files(),
                quoted(node),
                mentioned(node),
                session(node),
                node.path("isAdmin").asBoolean(false),
                withoutSession(node));
    }

    private static Optional<String> nonEmpty(JsonNode node, String field) {
        return Optional.ofNullable(Json.text(node, field)).filter(text -> !text.isBlank());
    }

    private static Optional<Instant> instant(JsonNode node, String field) {
        long millis = Json.number(node, field, 0);
        return millis > 0 ? Optional.of(Instant.ofEpochMilli(millis)) : Optional.empty();
    }

    private @Nullable Session session(JsonNode node) {
        Optional<Instant> expiresAt = instant(node, "sessionWebhookExpiredTime");
        return sessions.accept(Json.text(node, SESSION_WEBHOOK))
                .flatMap(url -> expiresAt.map(at -> new Session(url, at)))
                .orElse(null);
    }

    /** People only: the bot itself has no staff id. */
    private static List<String> mentioned(JsonNode node) {
        List<String> staffIds = new ArrayList<>();
        for (JsonNode at : node.path("atUsers")) {
            nonEmpty(at, "staffId").ifPresent(staffIds::add);
        }
        return List.copyOf(staffIds);
    }

    /** Undocumented; several shapes have been seen, with and without content. */
    private static @Nullable Quoted quoted(JsonNode node) {
        JsonNode replied = Stream.of(node.path("text"), node.path("content"), node)
                .map(holder -> holder.path("repliedMsg"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(null);
        if (replied == null) {
            return null;
        }
        BotContent content = BotContent.ofQuoted(replied);
        return new Quoted(nonEmpty(replied, "msgId").orElse(null), content.text(), content.photos());
    }

    /** The address is a secret wherever it stands. */
    private static String withoutSession(ObjectNode node) {
        ObjectNode copy = node.deepCopy();
        for (JsonNode parent : copy.findParents(SESSION_WEBHOOK)) {
            ((ObjectNode) parent).remove(SESSION_WEBHOOK);
        }
        return copy.toString();
    }
}
