package ecobot.dingtalk;

import ecobot.outbox.Outgoing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One message in the two forms that it can leave in.
 *
 * @param webhook null when a webhook cannot carry it
 * @param robot for the Open API, which cannot mention
 */
record Letter(@Nullable ObjectNode webhook, RobotMessage robot) {

    static Letter of(Outgoing message, Outgoing.Markdown markdown) {
        return new Letter(WebhookBody.of(markdown, message.mentions()), RobotMessage.of(markdown));
    }

    static Letter of(Outgoing.Choice choice) {
        return new Letter(WebhookBody.of(choice), RobotMessage.of(choice));
    }

    static Letter picture(String title, String mediaId) {
        return new Letter(WebhookBody.picture(title, mediaId), RobotMessage.picture(mediaId));
    }

    static Letter file(String mediaId, String fileName) {
        return new Letter(null, RobotMessage.file(mediaId, fileName));
    }
}
