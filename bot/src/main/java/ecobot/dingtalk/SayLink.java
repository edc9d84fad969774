package ecobot.dingtalk;

import ecobot.outbox.Outgoing.Button;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A link that makes the person's own client send some words into the chat. */
final class SayLink {

    private SayLink() {}

    static String of(Button button) {
        String words = URLEncoder.encode(button.says(), StandardCharsets.UTF_8).replace("+", "%20");
        return "dtmd://dingtalkclient/sendMessage?content=" + words;
    }
}
