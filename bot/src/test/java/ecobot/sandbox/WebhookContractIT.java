package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Custom robots and session webhooks, limit by limit and error by error; sections are those of the platform's description. */
class WebhookContractIT {

    private static final String ROBOT = "/robot/send?access_token=xinfeng-robot";

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

    @BeforeEach
    void behave() {
        standIn.faults("{'reset':true,'switches':{'rateLimits':false}}");
    }

    @Test
    void section_4_2_message_of_a_custom_robot_stands_in_its_group() {
        var body = "{'msgtype':'markdown','markdown':{'title':'T','text':'# hi @xinfeng-1'},"
                + "'at':{'atUserIds':['xinfeng-1','xinfeng-2']}}";

        assertThat(standIn.post(ROBOT, body).errcode()).isZero();

        var message = last("cidXinfeng");
        assertThat(Json.text(message, "from")).isEqualTo("xinfeng-robot");
        assertThat(Json.text(message, "channel")).isEqualTo("custom-robot");
        assertThat(Json.text(message, "title")).isEqualTo("T");
        // Markdown mentions only whose token stands in the text.
        assertThat(message.path("atUserIds").values().stream().map(JsonNode::asString))
                .containsExactly("xinfeng-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "400105;{'msgtype':'voice'}",
                "40035;{'msgtype':'text','text':{}}",
                "40035;{'msgtype':'markdown','markdown':{'title':'T'}}",
                "40035;{'msgtype':'link','link':{'title':'T','text':'x'}}",
                "40035;{'msgtype':'actionCard','actionCard':{'title':'T','text':'x'}}",
                "40035;{'msgtype':'actionCard','actionCard':{'title':'T','text':'x','btns':[{'title':'A'}]}}",
                "40035;{'msgtype':'feedCard','feedCard':{'links':[]}}",
                "40035;no json",
                "0;{'msgtype':'link','link':{'title':'T','text':'x','messageUrl':'https://a.example'}}",
                "0;{'msgtype':'actionCard','actionCard':{'title':'T','text':'x','singleTitle':'A','singleURL':'https://a.example'}}",
                "0;{'msgtype':'actionCard','actionCard':{'title':'T','text':'x','btns':[{'title':'A','actionURL':'https://a.example'}]}}",
                "0;{'msgtype':'feedCard','feedCard':{'links':[{'title':'T','messageURL':'https://a.example','picURL':'x'}]}}",
            })
    void section_4_2_body_grammar(int errcode, String body) {
        assertThat(standIn.post(ROBOT, body).errcode()).isEqualTo(errcode);
    }

    @Test
    void section_4_2_wrong_content_type() {
        var request = standIn.request(ROBOT)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));

        assertThat(standIn.send(request).errcode()).isEqualTo(43004);
    }

    @Test
    void section_4_2_unknown_or_missing_access_token() {
        assertThat(standIn.post("/robot/send?access_token=none", "{}").errcode())
                .isEqualTo(400101);
        assertThat(standIn.post("/robot/send", "{}").errcode()).isEqualTo(400101);
    }

    @Test
    void section_4_2_body_holds_20000_bytes_and_not_one_more() {
        var full = text("x".repeat(20_000 - text("").length()));

        assertThat(standIn.post(ROBOT, full).errcode()).isZero();
        assertThat(standIn.post(ROBOT, full + " ").errcode()).isEqualTo(460101);
    }

    @Test
    void section_4_2_robot_with_a_secret_asks_for_a_fresh_signature() {
        var now = standIn.bean(Clock.class).millis();
        var early = now - Duration.ofHours(1).plusSeconds(5).toMillis();

        assertThat(standIn.post(signed(now, "SECarea1demo"), text("hi")).errcode())
                .isZero();
        assertThat(standIn.post(signed(now, "SECother"), text("hi")).errcode()).isEqualTo(310000);
        assertThat(standIn.post(signed(early, "SECarea1demo"), text("hi")).errcode())
                .isEqualTo(310000);
        assertThat(standIn.post("/robot/send?access_token=area-1-robot", text("hi"))
                        .errcode())
                .isEqualTo(310000);
    }

    @Test
    void section_4_2_twenty_messages_a_minute_then_ten_minutes_of_silence() {
        standIn.faults("{'switches':{'rateLimits':true}}");
        var robot = "/robot/send?access_token=daqiao-robot";
        for (int i = 0; i < 20; i++) {
            assertThat(standIn.post(robot, text("hi")).errcode()).isZero();
        }

        assertThat(standIn.post(robot, text("hi")).errcode()).isEqualTo(410100);
        advance("PT9M");
        assertThat(standIn.post(robot, text("hi")).errcode()).isEqualTo(410100);
        assertThat(standIn.post("/robot/send?access_token=yuxin-robot", text("hi"))
                        .errcode())
                .isZero();
        advance("PT1M");
        assertThat(standIn.post(robot, text("hi")).errcode()).isZero();
    }

    @Test
    void section_4_2_same_msg_uuid_is_posted_once_unless_switched_off() {
        var body = "{'msgtype':'text','msgUuid':'u-1','text':{'content':'once'}}";
        var robot = "/robot/send?access_token=nanhu-robot";

        assertThat(standIn.post(robot, body).errcode()).isZero();
        assertThat(standIn.post(robot, body).errcode()).isZero();
        assertThat(standIn.messages("cidNanhu")).hasSize(1);

        standIn.faults("{'switches':{'idempotentMsgUuid':false}}");
        assertThat(standIn.post(robot, body).errcode()).isZero();
        assertThat(standIn.messages("cidNanhu")).hasSize(2);
    }

    @Test
    void section_4_2_mentioning_all_can_be_reserved_to_the_owner() {
        var body = "{'msgtype':'text','text':{'content':'hi'},'at':{'isAtAll':true}}";
        assertThat(standIn.post(ROBOT, body).errcode()).isZero();
        assertThat(last("cidXinfeng").path("atUserIds").get(0).asString()).isEqualTo("@all");

        standIn.faults("{'switches':{'atAllForbidden':true}}");
        assertThat(standIn.post(ROBOT, body).errcode()).isNotZero();
    }

    @Test
    void section_4_2_at_most_fifty_are_mentioned() {
        var body = Json.object().put("msgtype", "text");
        body.putObject("text").put("content", "hi");
        var ids = body.putObject("at").putArray("atUserIds");
        for (int i = 0; i < 50; i++) {
            ids.add("u" + i);
        }
        assertThat(standIn.post(ROBOT, Json.text(body)).errcode()).isZero();
        ids.add("one more");
        assertThat(standIn.post(ROBOT, Json.text(body)).errcode()).isEqualTo(40035);
    }

    @Test
    void section_4_3_session_lives_ninety_minutes_by_the_application_s_clock() {
        var session = session("cidFengqiao", "fengqiao-1");

        advance("PT89M");
        assertThat(standIn.post(session, text("in time")).errcode()).isZero();
        assertThat(Json.text(last("cidFengqiao"), "channel")).isEqualTo("session");
        advance("PT1M");
        assertThat(standIn.post(session, text("late")).errcode()).isEqualTo(300001);
        assertThat(standIn.post("/robot/sendBySession?session=guess", text("hi"))
                        .errcode())
                .isEqualTo(300001);
    }

    @Test
    void section_4_1_session_is_limited_like_a_robot_only_when_switched_on() {
        standIn.faults("{'switches':{'rateLimits':true}}");
        var session = session("cidJiefang", "jiefang-1");
        for (int i = 0; i < 25; i++) {
            assertThat(standIn.post(session, text("hi")).errcode()).isZero();
        }

        standIn.faults("{'switches':{'sessionRateLimit':true}}");
        for (int i = 0; i < 20; i++) {
            assertThat(standIn.post(session, text("hi")).errcode()).isZero();
        }
        assertThat(standIn.post(session, text("hi")).errcode()).isEqualTo(410100);
    }

    private static String session(String conversation, String staffId) {
        try (var bot = RobotClient.connect(standIn, "demo")) {
            var msgId = standIn.say(conversation, staffId, "hello");
            org.awaitility.Awaitility.await().until(() -> bot.msgIds().contains(msgId));
            return bot.messages().stream()
                    .filter(message -> Json.text(message, "msgId").equals(msgId))
                    .map(message -> Json.text(message, "sessionWebhook").substring(standIn.base.length()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String signed(long at, String secret) {
        var sign = URLEncoder.encode(WebhookApi.signature(secret, String.valueOf(at)), StandardCharsets.UTF_8);
        return "/robot/send?access_token=area-1-robot&timestamp=" + at + "&sign=" + sign;
    }

    private static String text(String content) {
        var body = Json.object().put("msgtype", "text");
        body.putObject("text").put("content", content.isEmpty() ? "" : content);
        return Json.text(body);
    }

    private static void advance(String by) {
        standIn.post("/sandbox/api/clock", "{'advance':'" + by + "'}").ok();
    }

    private static JsonNode last(String conversation) {
        var messages = standIn.messages(conversation);
        return messages.get(messages.size() - 1);
    }
}
