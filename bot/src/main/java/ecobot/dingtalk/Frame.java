package ecobot.dingtalk;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One frame from the stream gateway.
 *
 * @param messageId echoed in the ACK; null when the gateway named none
 * @param data JSON text inside the JSON
 * @param eventType what happened; empty for all but events
 */
record Frame(Type type, String topic, @Nullable String messageId, String data, String eventType) {

    static final String PING = "ping";
    static final String DISCONNECT = "disconnect";
    static final String CARD_PRESS = "/v1.0/card/instances/callback";
    static final String ALL_EVENTS = "*";
    static final String MESSAGE_READ = "robot_msg_read";
    static final String BOT_MESSAGE = "/v1.0/im/bot/messages/get";

    /** Kinds of frames; what is none of the platform's is UNKNOWN. */
    enum Type {
        SYSTEM,
        EVENT,
        CALLBACK,
        UNKNOWN
    }

    /**
     * Reads a frame.
     *
     * @throws Json.NotJson when it is none at all
     */
    static Frame parse(String text) throws Json.NotJson {
        JsonNode node = Json.object(text);
        JsonNode headers = node.path("headers");
        return new Frame(
                typeOf(Json.text(node, "type", "")),
                Json.text(headers, "topic", ""),
                Json.text(headers, "messageId"),
                Json.text(node, "data", ""),
                Json.text(headers, "eventType", ""));
    }

    boolean is(Type wanted, String wantedTopic) {
        return type == wanted && topic.equals(wantedTopic);
    }

    private static Type typeOf(String word) {
        return switch (word) {
            case "SYSTEM" -> Type.SYSTEM;
            case "EVENT" -> Type.EVENT;
            case "CALLBACK" -> Type.CALLBACK;
            default -> Type.UNKNOWN;
        };
    }
}
