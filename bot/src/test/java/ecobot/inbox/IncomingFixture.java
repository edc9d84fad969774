package ecobot.inbox;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Messages as people send them. */
final class IncomingFixture {

    private static final Instant SENT_AT = Instant.parse("2026-11-24T01:00:00Z");

    private IncomingFixture() {}

    static IncomingMessage message(String conversation, String sender, String msgId, String text) {
        return message(conversation, sender, msgId, text, List.of());
    }

    static IncomingMessage message(String conversation, String sender, String msgId, String text, List<String> photos) {
        return new IncomingMessage(
                "robot",
                msgId,
                conversation,
                true,
                "余新工作群",
                sender,
                "余新联络员一",
                SENT_AT,
                text,
                photos,
                List.of(),
                null,
                List.of(),
                new IncomingMessage.Session(
                        URI.create("https://oapi.dingtalk.com/robot/sendBySession?session=s"),
                        SENT_AT.plusSeconds(5400)),
                false,
                "{\"msgId\":\"" + msgId + "\"}");
    }
}
