package ecobot.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body grammar that custom robots and session webhooks share. */
final class WebhookMessage {

    static final int MAX_BYTES = 20_000;
    static final int MAX_MENTIONS = 50;

    /** How everybody is mentioned. */
    static final String ALL = "@all";

    private static final Map<String, List<String>> REQUIRED = Map.of(
            "text", List.of("content"),
            "markdown", List.of("title", "text"),
            "link", List.of("title", "text", "messageUrl"),
            "actionCard", List.of("title", "text"));

    private WebhookMessage() {}

    /** Reads a body. */
    static ObjectNode read(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw new LegacyError(460101, "message too long, exceed 20000 bytes");
        }
        try {
            return Json.object(body);
        } catch (Json.NotAnObject e) {
            throw malformed("the body is not a JSON object");
        }
    }

    /** Checks a body and says what the message shows. */
    static Content content(ObjectNode body) {
        var msgtype = Json.text(body, "msgtype");
        if (msgtype.equals("feedCard")) {
            return feedCard(body.path("feedCard").path("links"));
        }
        var required = REQUIRED.get(msgtype);
        if (required == null) {
            throw new LegacyError(400105, "unsupported msgtype");
        }
        var part = body.path(msgtype);
        for (var field : required) {
            need(part, field);
        }
        if (msgtype.equals("actionCard")) {
            buttons(part);
        }
        var isText = msgtype.equals("text");
        var text = Json.text(part, isText ? "content" : "text");
        return new Content(
                msgtype,
                isText ? null : Json.text(part, "title"),
                text,
                List.of(),
                isText || msgtype.equals("markdown") ? mentions(body.path("at"), text, isText) : List.of());
    }

    private static void buttons(JsonNode card) {
        if (card.path("btns").isEmpty()) {
            need(card, "singleTitle");
            need(card, "singleURL");
        }
        card.path("btns").forEach(button -> {
            need(button, "title");
            need(button, "actionURL");
        });
    }

    private static Content feedCard(JsonNode links) {
        if (links.isEmpty()) {
            throw malformed("feedCard.links is missing");
        }
        var titles = new ArrayList<String>();
        links.forEach(link -> {
            need(link, "title");
            need(link, "messageURL");
            titles.add(Json.text(link, "title"));
        });
        return new Content("feedCard", titles.get(0), String.join("\n", titles), List.of(), List.of());
    }

    /** Who is mentioned: in Markdown only whose {@code @userId} stands in the text too. */
    private static List<String> mentions(JsonNode at, String text, boolean isText) {
        if (at.path("atUserIds").size() > MAX_MENTIONS) {
            throw malformed("at.atUserIds holds more than " + MAX_MENTIONS);
        }
        var mentioned = new ArrayList<String>();
        at.path("atUserIds").forEach(id -> {
            var userId = id.asString("");
            if (!userId.isEmpty() && (isText || text.contains("@" + userId))) {
                mentioned.add(userId);
            }
        });
        if (at.path("isAtAll").asBoolean(false)) {
            mentioned.add(ALL);
        }
        return mentioned;
    }

    private static void need(JsonNode part, String field) {
        if (Json.text(part, field).isEmpty()) {
            throw malformed(field + " is missing");
        }
    }

    private static LegacyError malformed(String why) {
        return new LegacyError(40035, "invalid parameter: " + why);
    }
}
