package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.chat.EscapeMarkdown;
import ecobot.outbox.Outgoing.Button;
import ecobot.outbox.Outgoing.Card;
import ecobot.outbox.Outgoing.Choice;
import ecobot.outbox.Outgoing.Markdown;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Nobody is mentioned by what somebody typed, whichever way it leaves; who is meant to be mentioned is, where the way can. */
class MentionsTest {

    private static final String MEANT = "0123";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@all",
                "@所有人 请看",
                "@13800000000",
                "@0123",
                "@$:LWCP_v1:$abc==",
                "<@all>",
                "<a atId=0123>x</a>",
                "[x](https://evil.example)",
                "[x](dtmd://dingtalkclient/sendMessage?content=%E6%92%A4%E9%94%80)",
                "![](https://evil.example/a.png)",
                "# heading",
                "\n\n# heading",
                "> quote\n- list\n1. x",
                "https://evil.example"
            })
    void typed_words_stay_words(String typed) {
        String text = "reported: " + EscapeMarkdown.escape(typed);
        Markdown markdown = new Markdown("title", text);
        Choice choice = new Choice("title", text, List.of(new Button("ok", "ok")));

        ObjectNode webhook = WebhookBody.of(markdown, List.of(MEANT));
        assertThat(webhook.path("at").toString()).isEqualTo("{\"isAtAll\":false,\"atUserIds\":[\"0123\"]}");
        assertHarmless(webhook.path("markdown").path("text").asString().replaceFirst("\n\n@" + MEANT + "$", ""), text);
        assertHarmless(WebhookBody.of(choice).path("actionCard").path("text").asString(), text);
        assertThat(WebhookBody.of(choice).has("at")).isFalse();
        Card card = new Card("track", 0, "title", text, List.of(), markdown);
        assertHarmless(String.valueOf(CardState.of(card).params().get("text")), text);
        assertHarmless(fields(RobotMessage.of(markdown)).path("text").asString(), text);
        assertHarmless(fields(RobotMessage.of(choice)).path("text").asString(), text);
    }

    private static ObjectNode fields(RobotMessage message) {
        try {
            return Json.object(message.param());
        } catch (Json.NotJson e) {
            throw new AssertionError(e);
        }
    }

    private static void assertHarmless(String sent, String text) {
        assertThat(sent).isEqualTo(text).doesNotContain("@", "<", "](", "://", "\n", "#", "!");
    }
}
