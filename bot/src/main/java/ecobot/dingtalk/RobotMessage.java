package ecobot.dingtalk;

import ecobot.outbox.Outgoing.Button;
import ecobot.outbox.Outgoing.Choice;
import ecobot.outbox.Outgoing.Markdown;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as the Open API wants it.
 *
 * @param key which of the platform's message templates
 * @param param JSON of its fields
 */
record RobotMessage(String key, String param) {

    /** The platform's limit for {@code param}, in bytes of UTF-8. */
    static final int MAX_BYTES = 15_000;

    private static final int MAX_BUTTONS = 5;

    static RobotMessage of(Markdown markdown) {
        return markdown(markdown.title(), markdown.text());
    }

    /** Two to five buttons have a template each, one has another; without or with more, the text has the choices anyway. */
    static RobotMessage of(Choice choice) {
        List<Button> buttons = choice.buttons();
        ObjectNode fields = Json.newObject().put("title", choice.title()).put("text", choice.text());
        if (buttons.isEmpty() || buttons.size() > MAX_BUTTONS) {
            return markdown(choice.title(), choice.text());
        }
        if (buttons.size() == 1) {
            Button only = buttons.get(0);
            fields.put("singleTitle", only.label()).put("singleURL", SayLink.of(only));
            return new RobotMessage("sampleActionCard", fields.toString());
        }
        for (int i = 0; i < buttons.size(); i++) {
            fields.put("actionTitle" + (i + 1), buttons.get(i).label());
            fields.put("actionURL" + (i + 1), SayLink.of(buttons.get(i)));
        }
        return new RobotMessage("sampleActionCard" + buttons.size(), fields.toString());
    }

    static RobotMessage picture(String mediaId) {
        return new RobotMessage(
                "sampleImageMsg", Json.newObject().put("photoURL", mediaId).toString());
    }

    static RobotMessage file(String mediaId, String fileName) {
        String type = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return new RobotMessage(
                "sampleFile",
                Json.newObject()
                        .put("mediaId", mediaId)
                        .put("fileName", fileName)
                        .put("fileType", type)
                        .toString());
    }

    private static RobotMessage markdown(String title, String text) {
        return new RobotMessage(
                "sampleMarkdown",
                Json.newObject().put("title", title).put("text", text).toString());
    }

    boolean isTooLong() {
        return param.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }
}
