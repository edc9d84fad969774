package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The legacy API and the monthly counters; sections are those of the platform's description. */
class LegacyContractIT {

    @TempDir
    static Path folder;

    static StandIn standIn;
    static String token;

    @BeforeAll
    static void start() {
        standIn = StandIn.start(folder);
        standIn.faults("{'switches':{'rateLimits':false}}");
        token = standIn.token("demo");
    }

    @AfterAll
    static void stop() {
        standIn.close();
    }

    @Test
    void section_7_uploaded_picture_can_be_sent_and_fetched() {
        var answer = upload(token, "image", "a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});

        assertThat(answer.path("errcode").asInt(-1)).isZero();
        var mediaId = Json.text(answer, "media_id");
        assertThat(mediaId).startsWith("@");
        assertThat(standIn.get("/sandbox/api/media/" + mediaId).bytes()).containsExactly(0x89, 'P', 'N', 'G');
        assertThat(standIn.get("/sandbox/api/media/@lADnone").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "picture,a.png,3,40004",
        "image,a.exe,3,40005",
        "file,a,3,40005",
        "image,a.png,0,40006",
        "voice,a.mp3,2097153,40006"
    })
    void section_7_upload_is_refused(String type, String name, int size, int errcode) {
        assertThat(upload(token, type, name, new byte[size]).path("errcode").asInt())
                .isEqualTo(errcode);
    }

    @Test
    void section_10_2_token_errors_of_the_legacy_api() {
        assertThat(standIn.post("/topapi/v2/user/get", "{'userid':'xinfeng-1'}").errcode())
                .isEqualTo(41001);
        assertThat(standIn.post("/topapi/v2/user/get?access_token=bad", "{'userid':'xinfeng-1'}")
                        .errcode())
                .isEqualTo(40014);
        assertThat(upload("bad", "image", "a.png", new byte[] {1})
                        .path("errcode")
                        .asInt())
                .isEqualTo(40014);
    }

    @Test
    void section_8_1_user_by_json_and_by_form() {
        var path = "/topapi/v2/user/get?access_token=" + token;
        var byJson = standIn.post(path, "{'userid':'xinfeng-1'}").ok().path("result");
        var byForm = standIn.send(standIn.request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("userid=xinfeng-1")))
                .ok()
                .path("result");

        assertThat(Json.text(byJson, "name")).isEqualTo("新丰联络员一");
        assertThat(byForm).isEqualTo(byJson);
        assertThat(standIn.post(path, "{'userid':''}").errcode()).isEqualTo(33012);
        assertThat(standIn.post(path, "{'userid':'ghost'}").errcode()).isEqualTo(60121);
    }

    @Test
    void section_10_4_counts_calls_but_neither_tokens_nor_contacts_nor_refused_speed() {
        var before = used("openApi");
        standIn.token("demo");
        standIn.post("/topapi/v2/user/get?access_token=" + token, "{'userid':'xinfeng-1'}")
                .ok();
        standIn.call("bad", "/v1.0/robot/groupMessages/send", "{}");
        assertThat(used("openApi")).isEqualTo(before);

        upload(token, "image", "b.png", new byte[] {1});
        standIn.call(token, "/v1.0/robot/groupMessages/send", "{}");
        assertThat(used("openApi")).isEqualTo(before + 2);
    }

    @Test
    void section_10_4_counts_messages_in_and_custom_robots_but_session_answers_only_when_switched_on() {
        try (var bot = RobotClient.connect(standIn, "demo")) {
            var before = used("webhookAndStream");
            standIn.say("cidYuxin", "yuxin-1", "hi");
            org.awaitility.Awaitility.await().until(() -> bot.frames.size() == 1);
            assertThat(used("webhookAndStream")).isEqualTo(before + 1);

            var text = "{'msgtype':'text','text':{'content':'hi'}}";
            standIn.post("/robot/send?access_token=yuxin-robot", text).ok();
            assertThat(used("webhookAndStream")).isEqualTo(before + 2);

            var session = Json.text(bot.messages().get(0), "sessionWebhook").substring(standIn.base.length());
            standIn.post(session, text).ok();
            assertThat(used("webhookAndStream")).isEqualTo(before + 2);
            standIn.faults("{'switches':{'sessionCounts':true}}");
            standIn.post(session, text).ok();
            assertThat(used("webhookAndStream")).isEqualTo(before + 3);
            standIn.faults("{'switches':{'sessionCounts':false}}");
        }
    }

    @Test
    void section_10_4_used_up_month_has_consequences_only_when_enforced_and_until_the_next() {
        standIn.post("/sandbox/api/quota", "{'openApi':5000,'webhookAndStream':3000}")
                .ok();
        var send = "/v1.0/robot/messageFiles/download";
        assertThat(standIn.call(token, send, "{}").refusal()).startsWith("400 ");

        standIn.faults("{'switches':{'quotaEnforced':true}}");
        try (var bot = RobotClient.connect(standIn, "demo")) {
            assertThat(standIn.call(token, send, "{}").refusal())
                    .isEqualTo("403 Forbidden.AccessDenied.ApiCountLimitForOrg");
            assertThat(upload(token, "image", "c.png", new byte[] {1})
                            .path("errcode")
                            .asInt())
                    .isEqualTo(90020);

            var msgId = standIn.say("cidFengqiao", "fengqiao-1", "report smoke");
            org.awaitility.Awaitility.await().until(() -> bot.msgIds().contains(msgId));
            var message = bot.messages().get(0);
            assertThat(Json.text(message, "errorCode")).isEqualTo("20001");
            assertThat(message.has("text")).isFalse();

            standIn.post("/sandbox/api/clock", "{'advance':'P31D'}").ok();
            assertThat(standIn.call(token, send, "{}").refusal()).startsWith("400 ");
        } finally {
            standIn.faults("{'switches':{'quotaEnforced':false}}");
        }
    }

    private static int used(String meter) {
        return standIn.get("/sandbox/api/quota").ok().path(meter).path("used").asInt();
    }

    private static JsonNode upload(String accessToken, String type, String name, byte[] bytes) {
        var head = "--b\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\n" + type
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head),
                HttpRequest.BodyPublishers.ofByteArray(bytes),
                HttpRequest.BodyPublishers.ofString("\r\n--b--\r\n", StandardCharsets.UTF_8));
        return standIn.send(standIn.request("/media/upload?access_token=" + accessToken)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(body))
                .ok();
    }
}
