package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The control interface, in the shapes that load generators and tests of others rely on. */
class ControlIT {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1};

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
    void people_have_id_name_unit_and_roles() {
        var people = standIn.get("/sandbox/api/people").ok();

        var liaison = find(people, "staffId", "xinfeng-1");
        assertThat(liaison.propertyNames()).containsExactly("staffId", "name", "unit", "roles");
        assertThat(liaison.path("roles").values().stream().map(JsonNode::asString))
                .containsExactly("reporter", "liaison");
        assertThat(people.size()).isGreaterThanOrEqualTo(25);
    }

    @Test
    void conversations_are_fifteen_groups_and_a_private_chat_for_everybody() {
        var conversations = standIn.get("/sandbox/api/conversations").ok();

        assertThat(conversations.get(0).propertyNames())
                .containsExactly("openConversationId", "title", "type", "members");
        assertThat(conversations.values().stream()
                        .filter(c -> Json.text(c, "type").equals("group")))
                .hasSize(15);
        assertThat(Json.text(find(conversations, "openConversationId", "private:xinfeng-1"), "type"))
                .isEqualTo("private");
    }

    @Test
    void listed_message_has_the_documented_fields() {
        var msgId = standIn.say("cidAll", "admin-1", "hello");

        var message = find(standIn.messages("cidAll"), "msgId", msgId);

        assertThat(message.propertyNames())
                .containsExactly(
                        "seq",
                        "msgId",
                        "at",
                        "from",
                        "msgtype",
                        "title",
                        "text",
                        "mediaIds",
                        "atUserIds",
                        "channel",
                        "raw");
        assertThat(Json.text(message, "from")).isEqualTo("admin-1");
        assertThat(Json.text(message, "channel")).isEqualTo("user");
        assertThat(Json.text(message, "text")).isEqualTo("hello");
        assertThat(Json.text(message.path("raw"), "sessionWebhook")).isEmpty();
    }

    @Test
    void messages_after_a_number_are_those_that_came_later() {
        var first = standIn.say("private:daqiao-1", "daqiao-1", "one");
        var second = standIn.say("private:daqiao-1", "daqiao-1", "two");
        var all = standIn.messages("private:daqiao-1");
        var seq = find(all, "msgId", first).path("seq").asLong();

        var later = standIn.get("/sandbox/api/conversations/private:daqiao-1/messages?after=" + seq)
                .ok();

        assertThat(later.values().stream().map(m -> Json.text(m, "msgId"))).containsExactly(second);
    }

    @Test
    void line_without_a_mention_stays_among_people_in_a_group_but_not_in_private() {
        try (var bot = RobotClient.connect(standIn, "demo")) {
            var unheard = standIn.say("cidYuxin", line("yuxin-1", "lunch?").put("mention", false));
            var heard = standIn.say("private:yuxin-1", line("yuxin-1", "/help").put("mention", false));

            await().until(() -> bot.msgIds().contains(heard));
            assertThat(bot.msgIds()).doesNotContain(unheard);
        }
    }

    @Test
    void section_2_2_photos_come_as_rich_text_with_codes_that_the_robot_can_exchange_for_the_bytes() {
        try (var bot = RobotClient.connect(standIn, "demo")) {
            var line = line("qixing-2", "smoke at the corner");
            line.putArray("photos").add(base64(PNG));
            var msgId = standIn.say("cidQixing", line);
            await().until(() -> bot.msgIds().contains(msgId));
            var message = find(bot, msgId);

            assertThat(Json.text(message, "msgtype")).isEqualTo("richText");
            var items = message.path("content").path("richText");
            assertThat(Json.text(items.get(0), "text")).isEqualTo("smoke at the corner");
            assertThat(Json.text(items.get(1), "type")).isEqualTo("picture");
            assertThat(download("demo", Json.text(items.get(1), "downloadCode")))
                    .isEqualTo(PNG);

            var mediaId = find(standIn.messages("cidQixing"), "msgId", msgId)
                    .path("mediaIds")
                    .get(0)
                    .asString();
            assertThat(standIn.get("/sandbox/api/media/" + mediaId).bytes()).isEqualTo(PNG);
        }
    }

    @Test
    void section_2_2_file_in_a_private_chat_is_a_message_of_its_own() {
        try (var bot = RobotClient.connect(standIn, "demo")) {
            var line = Json.object().put("senderStaffId", "inspector-1");
            line.putObject("file").put("name", "plan.xlsx").put("content", base64(new byte[] {1, 2, 3}));
            var msgId = standIn.say("private:inspector-1", line);
            await().until(() -> bot.msgIds().contains(msgId));
            var message = find(bot, msgId);

            assertThat(Json.text(message, "msgtype")).isEqualTo("file");
            assertThat(Json.text(message.path("content"), "fileName")).isEqualTo("plan.xlsx");
            assertThat(download("demo", Json.text(message.path("content"), "downloadCode")))
                    .containsExactly(1, 2, 3);
        }
    }

    @Test
    void section_2_3_quoted_message_comes_along_with_its_pictures() {
        try (var bot = RobotClient.connect(standIn, "demo")) {
            var photo = line("daqiao-2", "foam on the water").put("mention", false);
            photo.putArray("photos").add(base64(PNG));
            var quoted = standIn.say("cidDaqiao", photo);
            var msgId = standIn.say("cidDaqiao", line("daqiao-1", "/report").put("quoteMsgId", quoted));
            await().until(() -> bot.msgIds().contains(msgId));

            var text = find(bot, msgId).path("text");
            assertThat(Json.text(text, "content")).isEqualTo(" /report");
            assertThat(text.path("isReplyMsg").asBoolean()).isTrue();
            assertThat(Json.text(text.path("repliedMsg"), "msgId")).isEqualTo(quoted);
            var items = text.path("repliedMsg").path("content").path("richText");
            assertThat(Json.text(items.get(0), "text")).isEqualTo("foam on the water");
            assertThat(download("demo", Json.text(items.get(1), "downloadCode")))
                    .isEqualTo(PNG);
        }
    }

    @Test
    void section_2_1_envelope_of_a_group_message() {
        try (var bot = RobotClient.connect(standIn, "demo")) {
            var msgId = standIn.say("cidAll", line("admin-1", "@新丰联络员一 look"));
            await().until(() -> bot.msgIds().contains(msgId));
            var message = find(bot, msgId);

            assertThat(Json.text(message, "conversationId")).isEqualTo("cidAll");
            assertThat(Json.text(message, "conversationType")).isEqualTo("2");
            assertThat(Json.text(message, "robotCode")).isEqualTo("demo");
            assertThat(Json.text(message, "senderStaffId")).isEqualTo("admin-1");
            assertThat(message.path("isAdmin").asBoolean()).isTrue();
            assertThat(message.path("isInAtList").asBoolean()).isTrue();
            assertThat(Json.text(message.path("atUsers").get(1), "staffId")).isEqualTo("xinfeng-1");
            assertThat(message.path("sessionWebhookExpiredTime").asLong()
                            - message.path("createAt").asLong())
                    .isEqualTo(Duration.ofMinutes(90).toMillis());
        }
    }

    @Test
    void section_2_1_visitor_has_no_staff_id() {
        try (var bot = RobotClient.connect(standIn, "demo")) {
            var msgId = standIn.say("cidNanhu", "visitor-1", "/help");
            await().until(() -> bot.msgIds().contains(msgId));

            assertThat(find(bot, msgId).has("senderStaffId")).isFalse();
        }
    }

    @Test
    void what_nobody_could_type_is_refused_with_the_reason() {
        assertThat(standIn.post("/sandbox/api/conversations/cidXinfeng/messages", "{'senderStaffId':'nobody'}")
                        .status())
                .isEqualTo(400);
        assertThat(standIn.post("/sandbox/api/conversations/cidXinfeng/messages", "{'senderStaffId':'daqiao-1'}")
                        .text())
                .contains("not in this conversation");
        assertThat(standIn.post("/sandbox/api/conversations/cidNowhere/messages", "{'senderStaffId':'daqiao-1'}")
                        .status())
                .isEqualTo(404);
        assertThat(standIn.post("/sandbox/api/conversations/cidXinfeng/messages", "not json")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void clock_advances_by_iso_durations_and_never_back() {
        for (var step : new String[] {"PT5M", "P1DT2H", "P3D"}) {
            var before = now();
            var answered = Instant.parse(Json.text(
                    standIn.post("/sandbox/api/clock", "{'advance':'" + step + "'}")
                            .ok(),
                    "now"));

            assertThat(Duration.between(before, answered))
                    .isBetween(Duration.parse(step), Duration.parse(step).plusSeconds(30));
            assertThat(now()).isAfterOrEqualTo(answered);
        }
        assertThat(standIn.post("/sandbox/api/clock", "{'advance':'-PT1H'}").status())
                .isEqualTo(400);
        assertThat(standIn.post("/sandbox/api/clock", "{'advance':'soon'}").status())
                .isEqualTo(400);
    }

    @Test
    void status_tells_connections_and_debts_of_each_app() {
        try (var mute = RobotClient.connectMute(standIn, "peer")) {
            standIn.say("cidJianshe", line("jianshe-1", "hi").put("robot", "peer"));
            await().until(() -> mute.frames.size() == 1);

            var peer = find(standIn.get("/sandbox/api/status").ok().path("apps"), "clientId", "peer");

            assertThat(peer.path("connections").asInt()).isEqualTo(1);
            assertThat(peer.path("unacked").asInt()).isEqualTo(1);
            mute.ack(mute.frames.get(0), 200);
            await().until(() -> standIn.bean(Stream.class).unacked("peer") == 0);
        }
    }

    @Test
    void events_tell_of_messages_as_they_come() throws Exception {
        var lines = new LinkedBlockingQueue<String>();
        var reader = StandIn.HTTP.sendAsync(
                standIn.request("/sandbox/api/events").GET().build(),
                java.net.http.HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(lines)));
        assertThat(lines.poll(10, TimeUnit.SECONDS)).isEqualTo(":hello");

        var msgId = standIn.say("private:trainer-1", "trainer-1", "hi");

        await().until(() -> lines.stream().anyMatch(line -> line.contains(msgId)));
        assertThat(lines).anyMatch(line -> line.equals("event:message"));
        assertThat(lines).anyMatch(line -> line.contains("\"openConversationId\":\"private:trainer-1\""));
        reader.cancel(true);
    }

    private static byte[] download(String app, String code) {
        var url = standIn.call(
                        standIn.token(app),
                        "/v1.0/robot/messageFiles/download",
                        Json.object().put("downloadCode", code).put("robotCode", app))
                .ok();
        return standIn.get(Json.text(url, "downloadUrl").substring(standIn.base.length()))
                .bytes();
    }

    private static Instant now() {
        return Instant.parse(Json.text(standIn.get("/sandbox/api/clock").ok(), "now"));
    }

    private static tools.jackson.databind.node.ObjectNode line(String staffId, String text) {
        return Json.object().put("senderStaffId", staffId).put("text", text);
    }

    private static String base64(byte[] bytes) {
        return new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
    }

    private static JsonNode find(RobotClient client, String msgId) {
        return client.messages().stream()
                .filter(m -> Json.text(m, "msgId").equals(msgId))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        return list.values().stream()
                .filter(node -> Json.text(node, field).equals(value))
                .findFirst()
                .orElseThrow();
    }

    /** Collects the lines of an answer that does not end. */
    private record Lines(LinkedBlockingQueue<String> lines) implements java.util.concurrent.Flow.Subscriber<String> {
        @Override
        public void onSubscribe(java.util.concurrent.Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable error) {
            lines.add("error");
        }

        @Override
        public void onComplete() {
            lines.add("end");
        }
    }
}
