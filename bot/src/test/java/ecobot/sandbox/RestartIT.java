package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stand-in remembers when it starts again on the folder of one that was killed. */
class RestartIT {

    private static final String TEXT = "{'msgtype':'text','msgUuid':'u-1','text':{'content':'once'}}";

    @TempDir
    Path folder;

    @Test
    void conversations_counters_sessions_and_debts_are_as_before_the_kill() throws IOException {
        String acknowledged;
        String owed;
        String session;
        long lastSeq;
        String quota;
        String mediaId;
        try (var before = StandIn.start(folder)) {
            try (var bot = RobotClient.connect(before, "demo")) {
                acknowledged = before.say("cidXinfeng", "xinfeng-1", "done");
                await().until(() -> before.bean(Stream.class).unacked("demo") == 0 && bot.frames.size() == 1);
                session = Json.text(bot.messages().get(0), "sessionWebhook").substring(before.base.length());
            }
            try (var mute = RobotClient.connectMute(before, "demo")) {
                owed = before.say("cidXinfeng", "xinfeng-1", "owed");
                await().until(() -> mute.frames.size() == 1);
            }
            before.post("/robot/send?access_token=xinfeng-robot", TEXT).ok();
            mediaId = before.bean(MediaFiles.class).keep(new byte[] {9}, "a.png");
            lastSeq = before.messages("cidXinfeng").get(2).path("seq").asLong();
            quota = before.get("/sandbox/api/quota").text();
        }
        tear(folder.resolve("sandbox/journal.jsonl"));

        try (var after = StandIn.start(folder);
                var bot = RobotClient.connect(after, "demo")) {
            // The debt is paid at once; what was acknowledged does not come again.
            await().until(() -> bot.msgIds().equals(java.util.List.of(owed)));
            assertThat(after.get("/sandbox/api/quota").json().path("openApi"))
                    .isEqualTo(Json.tree(quota).path("openApi"));
            assertThat(after.get("/sandbox/api/media/" + mediaId).bytes()).containsExactly(9);
            assertThat(after.post(session, "{'msgtype':'text','text':{'content':'late answer'}}")
                            .errcode())
                    .isZero();
            assertThat(after.post("/robot/send?access_token=xinfeng-robot", TEXT)
                            .errcode())
                    .isZero();
            var messages = after.messages("cidXinfeng");
            assertThat(Json.text(messages.get(0), "msgId")).isEqualTo(acknowledged);
            assertThat(messages).hasSize(4);
            assertThat(messages.get(3).path("seq").asLong()).isEqualTo(lastSeq + 1);
        }
    }

    @Test
    void clock_does_not_go_back() {
        Instant then;
        try (var before = StandIn.start(folder)) {
            then = Instant.parse(Json.text(
                    before.post("/sandbox/api/clock", "{'advance':'P40D'}").ok(), "now"));
            before.post("/sandbox/api/quota", "{'webhookAndStream':77}").ok();
        }

        try (var after = StandIn.start(folder)) {
            var now = Instant.parse(Json.text(after.get("/sandbox/api/clock").ok(), "now"));
            assertThat(now).isBetween(then, then.plus(Duration.ofMinutes(5)));
            // The reading belongs to the month that the clock shows.
            assertThat(after.get("/sandbox/api/quota")
                            .ok()
                            .path("webhookAndStream")
                            .path("used")
                            .asInt())
                    .isEqualTo(77);
        }
    }

    /** Half a line, as a process that is killed while it writes may leave it. */
    private static void tear(Path journal) throws IOException {
        var last =
                Files.readString(journal).lines().reduce((one, other) -> other).orElseThrow();
        Files.write(
                journal,
                last.substring(0, last.length() / 2).getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.APPEND);
    }
}
