package ecobot.sandbox;

import ecobot.sandbox.Entry.Said;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The frames of the stream protocol that the platform sends. */
final class Frames {

    static final String BOT_TOPIC = "/v1.0/im/bot/messages/get";

    static final String CARD_TOPIC = "/v1.0/card/instances/callback";

    static final String ALL_EVENTS = "*";

    /** What a message carries instead of its content once the month is used up. */
    private static final String OVER_QUOTA = "20001";

    private final Clock clock;

    Frames(Clock clock) {
        this.clock = clock;
    }

    /** A message for a robot, as the client behind {@code connection} gets it. */
    String botMessage(Said said, Entry.Delivery delivery, Connection connection, boolean overQuota) {
        var data = (ObjectNode) Json.tree(said.raw());
        data.put("sessionWebhook", connection.httpBase() + "/robot/sendBySession?session=" + delivery.session());
        data.put("sessionWebhookExpiredTime", delivery.sessionExpiresAt().toEpochMilli());
        if (overQuota) {
            data.remove("text");
            data.remove("content");
            data.put("errorCode", OVER_QUOTA).put("errorMessage", "monthly quota of Webhook and Stream is used up");
        }
        return frame("CALLBACK", BOT_TOPIC, delivery.messageId(), connection, data);
    }

    /** Somebody pressed a button of a card. */
    String cardPress(ObjectNode press, Connection connection) {
        return frame("CALLBACK", CARD_TOPIC, newId(), connection, press);
    }

    /** Something happened; the kind of event is in the headers. */
    String event(String eventType, ObjectNode data, Connection connection) {
        return frame("EVENT", ALL_EVENTS, newId(), connection, data, eventType);
    }

    String ping(Connection connection) {
        return frame("SYSTEM", "ping", newId(), connection, Json.object().put("opaque", newId()));
    }

    String disconnect(Connection connection) {
        return frame("SYSTEM", "disconnect", newId(), connection, Json.object().put("reason", "server is moving"));
    }

    private String frame(String type, String topic, String messageId, Connection connection, ObjectNode data) {
        return frame(type, topic, messageId, connection, data, null);
    }

    private String frame(
            String type,
            String topic,
            String messageId,
            Connection connection,
            ObjectNode data,
            @Nullable String eventType) {
        var frame = Json.object().put("specVersion", "1.0").put("type", type);
        var headers = frame.putObject("headers");
        if (eventType != null) {
            headers.put("eventType", eventType)
                    .put("eventId", messageId)
                    .put("eventCorpId", "dingdemo")
                    .put("eventBornTime", String.valueOf(clock.millis()));
        }
        headers.put("topic", topic)
                .put("messageId", messageId)
                .put("contentType", "application/json")
                .put("time", String.valueOf(clock.millis()))
                .put("appId", "app-" + connection.client())
                .put("connectionId", connection.id());
        return Json.text(frame.put("data", Json.text(data)));
    }

    static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
