package ecobot.dingtalk;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer to a frame.
 *
 * @param data JSON text
 */
record Ack(int code, @Nullable String messageId, String message, String data) {

    private static final String SUCCESS = "{\"status\":\"SUCCESS\"}";
    private static final String NOTHING = "{\"response\":null}";

    /** Done, and durably so. */
    static Ack done(Frame frame) {
        return new Ack(200, frame.messageId(), "OK", NOTHING);
    }

    /** An event was taken. */
    static Ack taken(Frame frame) {
        return new Ack(200, frame.messageId(), "OK", SUCCESS);
    }

    /** The answer to a ping repeats what it said. */
    static Ack pong(Frame ping) {
        return new Ack(200, ping.messageId(), "OK", ping.data());
    }

    static Ack badFrame(@Nullable String messageId) {
        return new Ack(400, messageId, "bad frame", NOTHING);
    }

    static Ack unknownTopic(Frame frame) {
        return new Ack(404, frame.messageId(), "topic not subscribed", NOTHING);
    }

    /** Not stored; the platform may push it again. */
    static Ack failed(Frame frame) {
        return new Ack(500, frame.messageId(), "not stored", NOTHING);
    }

    String json() {
        ObjectNode headers = Json.newObject().put("contentType", "application/json");
        if (messageId != null) {
            headers.put("messageId", messageId);
        }
        ObjectNode ack = Json.newObject().put("code", code);
        ack.set("headers", headers);
        return ack.put("message", message).put("data", data).toString();
    }
}
