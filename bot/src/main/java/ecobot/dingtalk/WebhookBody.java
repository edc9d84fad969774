package ecobot.dingtalk;

import ecobot.outbox.Outgoing.Button;
import ecobot.outbox.Outgoing.Choice;
import ecobot.outbox.Outgoing.Markdown;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A message as a session webhook wants it. */
final class WebhookBody {

    /** The platform's limit for a body, in bytes of UTF-8. */
    private static final int MAX_BYTES = 20_000;

    private static final int MAX_BUTTONS = 5;
    private static final int MAX_MENTIONS = 50;

    private WebhookBody() {}

    /** A mention works only when its token stands in the text too. */
    static ObjectNode of(Markdown markdown, List<String> mentions) {
        List<String> staffIds = mentions.stream().limit(MAX_MENTIONS).toList();
        ObjectNode body = markdown(markdown.title(), withTokens(markdown.text(), staffIds));
        ArrayNode at = body.putObject("at").put("isAtAll", false).putArray("atUserIds");
        staffIds.forEach(at::add);
        return body;
    }

    /** A card is not known to mention anybody, and would show the token as it is: so it has none. */
    static ObjectNode of(Choice choice) {
        if (choice.buttons().isEmpty() || choice.buttons().size() > MAX_BUTTONS) {
            return markdown(choice.title(), choice.text());
        }
        ObjectNode body = Json.newObject().put("msgtype", "actionCard");
        ObjectNode card = body.putObject("actionCard")
                .put("title", choice.title())
                .put("text", choice.text())
                .put("btnOrientation", "0");
        ArrayNode buttons = card.putArray("btns");
        for (Button button : choice.buttons()) {
            buttons.addObject().put("title", button.label()).put("actionURL", SayLink.of(button));
        }
        return body;
    }

    /** There is no picture message here, but Markdown shows one by its media id. */
    static ObjectNode picture(String title, String mediaId) {
        return markdown(title, "![](" + mediaId + ")");
    }

    static boolean isTooLong(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    private static ObjectNode markdown(String title, String text) {
        ObjectNode body = Json.newObject().put("msgtype", "markdown");
        body.putObject("markdown").put("title", title).put("text", text);
        return body;
    }

    private static String withTokens(String text, List<String> staffIds) {
        List<String> missing = staffIds.stream()
                .map(id -> "@" + id)
                .filter(token -> !text.contains(token))
                .toList();
        return missing.isEmpty() ? text : text + "\n\n" + String.join(" ", missing);
    }
}
