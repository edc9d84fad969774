package ecobot.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredMessageTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00.123Z");

    @Test
    void message_comes_out_as_it_went_in() {
        IncomingMessage message = new IncomingMessage(
                "robot",
                "msg",
                "conversation",
                false,
                null,
                null,
                "外部人员\uD83D\uDE00",
                NOW,
                "上报 河道",
                List.of("p1", "p2"),
                List.of(new IncomingMessage.SentFile("f1", "清单.xlsx")),
                new IncomingMessage.Quoted(null, "", List.of("p3")),
                List.of("u2"),
                new IncomingMessage.Session(URI.create("https://oapi.dingtalk.com/robot/sendBySession?session=x"), NOW),
                true,
                "{\"unknown\":1}");

        assertThat(StoredMessage.of(message, NOW, NOW).item()).isEqualTo(new InboxItem(0, message, NOW));
    }

    @Test
    void session_is_in_its_own_column_only() {
        StoredMessage stored = StoredMessage.of(IncomingFixture.message("c", "u1", "m", "t"), NOW, NOW);

        assertThat(stored.sessionUrl()).contains("session=s");
        assertThat(stored.message() + stored.raw() + stored).doesNotContain("session=s");
    }

    @Test
    void lane_is_the_person_in_the_conversation() {
        assertThat(lane("c", "u1")).isEqualTo(lane("c", "u1")).hasSize(32);
        assertThat(lane("c", "u1")).isNotEqualTo(lane("c", "u2")).isNotEqualTo(lane("d", "u1"));
    }

    private static String lane(String conversation, String sender) {
        return Lane.of(IncomingFixture.message(conversation, sender, "m", "t"));
    }
}
