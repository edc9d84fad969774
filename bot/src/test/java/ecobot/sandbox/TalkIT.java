package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalkIT {

    @TempDir
    static Path folder;

    static StandIn standIn;

    @BeforeAll
    static void start() {
        standIn = StandIn.start(folder);
    }

    @AfterAll
    static void stop() {
        standIn.close();
    }

    @Test
    void a_mention_in_a_group_reaches_the_robot_and_its_answer_the_group() {
        try (var bot = RobotClient.connect(standIn, "demo")) {
            var msgId = standIn.say("cidXinfeng", "xinfeng-1", "/help");

            await().until(() -> bot.msgIds().contains(msgId));
            var message = bot.messages().get(0);
            assertThat(Json.text(message.path("text"), "content")).isEqualTo(" /help");
            assertThat(Json.text(message, "conversationId")).isEqualTo("cidXinfeng");

            var session = Json.text(message, "sessionWebhook").substring(standIn.base.length());
            assertThat(standIn.post(session, "{'msgtype':'text','text':{'content':'hello'}}")
                            .errcode())
                    .isZero();
            var last = standIn.messages("cidXinfeng").get(1);
            assertThat(Json.text(last, "from")).isEqualTo("demo");
            assertThat(Json.text(last, "channel")).isEqualTo("session");
            assertThat(Json.text(last, "text")).isEqualTo("hello");
        }
    }
}
