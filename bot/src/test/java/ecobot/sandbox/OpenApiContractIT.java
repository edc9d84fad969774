package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The new API, limit by limit and error by error; sections are those of the platform's description. */
class OpenApiContractIT {

    private static final String SEND = "/v1.0/robot/groupMessages/send";
    private static final String SEND_PRIVATE = "/v1.0/robot/oToMessages/batchSend";

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
    void section_5_token_lives_two_hours_and_asking_again_gives_the_same() {
        var again = standIn.post("/v1.0/oauth2/accessToken", "{'appKey':'demo','appSecret':'demo-secret'}")
                .ok();

        assertThat(Json.text(again, "accessToken")).isEqualTo(token);
        assertThat(again.path("expireIn").asInt()).isEqualTo(7200);
    }

    @Test
    void section_5_wrong_secret_is_refused() {
        assertThat(standIn.post("/v1.0/oauth2/accessToken", "{'appKey':'demo','appSecret':'guess'}")
                        .refusal())
                .isEqualTo("400 invalidClientIdOrSecret");
    }

    @Test
    void section_5_legacy_token_is_the_same_token() {
        var legacy = standIn.get("/gettoken?appkey=demo&appsecret=demo-secret").ok();

        assertThat(Json.text(legacy, "access_token")).isEqualTo(token);
        assertThat(legacy.path("errcode").asInt(-1)).isZero();
    }

    @Test
    void section_10_1_bad_token_is_refused() {
        assertThat(standIn.call("nonsense", SEND, group("hi")).refusal()).isEqualTo("400 InvalidAuthentication");
        assertThat(standIn.post(SEND, Json.text(group("hi"))).refusal()).isEqualTo("400 InvalidAuthentication");
    }

    @Test
    void section_4_4_group_message_stands_in_the_group_with_its_key() {
        var sent = standIn.call(token, SEND, group("**12** open")).ok();

        var message = last("cidXinxing");
        assertThat(Json.text(sent, "processQueryKey")).isNotEmpty();
        assertThat(Json.text(message, "from")).isEqualTo("demo");
        assertThat(Json.text(message, "channel")).isEqualTo("app-group");
        assertThat(Json.text(message, "msgtype")).isEqualTo("markdown");
        assertThat(Json.text(message, "title")).isEqualTo("T");
        assertThat(Json.text(message, "text")).isEqualTo("**12** open");
    }

    @ParameterizedTest
    @CsvSource({
        "robotCode,,invalidParameter.robotCode.missing",
        "robotCode,other,invalidParameter.robotCode.notExsit",
        "robotCode,peer,invalidParameter.robotCode.auth",
        "openConversationId,,miss.openConversationId",
        "openConversationId,cidNowhere,invalid.openConversationId",
        "openConversationId,private:xinfeng-1,invalid.openConversationId",
        "msgKey,,invalidParameter.msgKey.empty",
        "msgKey,sampleMarkdownDX,invalidParameter.msgKey.invalid",
        "msgParam,no json,invalidParameter.msgParam.invalid",
        "msgParam,{},miss.param.title",
    })
    void section_4_4_wrong_field_is_refused_by_name(String field, String value, String code) {
        var request = group("hi").put(field, value == null ? "" : value);

        assertThat(standIn.call(token, SEND, request).refusal()).isEqualTo("400 " + code);
    }

    @Test
    void section_4_4_msg_param_has_to_be_a_string() {
        var request = group("hi");
        request.set("msgParam", Json.object().put("title", "T").put("text", "hi"));

        assertThat(standIn.call(token, SEND, request).refusal()).isEqualTo("400 invalidParameter.msgParam.invalid");
    }

    @Test
    void section_4_4_msg_param_holds_15000_bytes_and_not_one_more() {
        var empty = Json.text(Json.object().put("title", "T").put("text", "")).length();
        var full = "中".repeat((15_000 - empty) / 3) + "x".repeat((15_000 - empty) % 3);

        assertThat(standIn.call(token, SEND, group(full)).status()).isEqualTo(200);
        assertThat(standIn.call(token, SEND, group(full + "x")).refusal())
                .isEqualTo("400 invalidParameter.msgParam.tooLong");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sampleText;{'content':'hi'};text;content",
                "sampleMarkdown;{'title':'T','text':'hi'};markdown;text",
                "sampleImageMsg;{'photoURL':'https://a.example/b.png'};image;photoURL",
                "sampleLink;{'title':'T','text':'hi','messageUrl':'https://a.example'};link;messageUrl",
                "sampleActionCard;{'title':'T','text':'hi','singleTitle':'A','singleURL':'https://a.example'};actionCard;singleURL",
                "sampleActionCard2;{'title':'T','text':'hi','actionTitle1':'A','actionURL1':'u','actionTitle2':'B','actionURL2':'u'};actionCard;actionURL2",
                "sampleActionCard6;{'title':'T','text':'hi','buttonTitle1':'A','buttonUrl1':'u','buttonTitle2':'B','buttonUrl2':'u'};actionCard;buttonUrl2",
            })
    void section_4_4_each_template_asks_for_its_fields(String key, String param, String shown, String needed) {
        var whole = param.replace('\'', '"');
        var request = group("").put("msgKey", key).put("msgParam", whole);
        assertThat(standIn.call(token, SEND, request).status()).isEqualTo(200);
        assertThat(Json.text(last("cidXinxing"), "msgtype")).isEqualTo(shown);

        var less = (ObjectNode) Json.tree(whole);
        less.remove(needed);
        assertThat(standIn.call(token, SEND, request.put("msgParam", Json.text(less)))
                        .refusal())
                .isEqualTo("400 miss.param." + needed);
    }

    @Test
    void section_4_4_picture_and_file_need_a_media_id_that_was_uploaded() {
        var unknown = group("").put("msgKey", "sampleImageMsg").put("msgParam", "{\"photoURL\":\"@lADnone\"}");
        assertThat(standIn.call(token, SEND, unknown).refusal()).isEqualTo("400 invalidParameter.msgParam.invalid");

        var mediaId = standIn.bean(MediaFiles.class).keep(new byte[] {1}, "a.xlsx");
        var param =
                Json.object().put("mediaId", mediaId).put("fileName", "a.xlsx").put("fileType", "xlsx");
        var file = group("").put("msgKey", "sampleFile").put("msgParam", Json.text(param));
        assertThat(standIn.call(token, SEND, file).status()).isEqualTo(200);
        assertThat(last("cidXinxing").path("mediaIds").get(0).asString()).isEqualTo(mediaId);

        file.put("msgParam", Json.text(param.put("fileType", "exe")));
        assertThat(standIn.call(token, SEND, file).refusal()).isEqualTo("400 invalidParameter.msgParam.invalid");
    }

    @Test
    void section_4_1_robot_speaks_only_in_groups_that_it_is_in() {
        var peer = standIn.token("peer");
        var request = group("hi").put("robotCode", "peer");

        assertThat(standIn.call(peer, SEND, request.put("openConversationId", "cidJianshe"))
                        .status())
                .isEqualTo(200);
        assertThat(standIn.call(peer, SEND, request.put("openConversationId", "cidXinfeng"))
                        .refusal())
                .isEqualTo("400 resource.not.found");
    }

    @Test
    void section_4_4_private_message_reaches_each_and_names_the_unknown() {
        var answer = standIn.call(token, SEND_PRIVATE, inPrivate("xinfeng-1", "ghost", "daqiao-1"))
                .ok();

        assertThat(answer.path("invalidStaffIdList").get(0).asString()).isEqualTo("ghost");
        assertThat(answer.path("flowControlledStaffIdList").isArray()).isTrue();
        assertThat(Json.text(last("private:xinfeng-1"), "channel")).isEqualTo("app-private");
        assertThat(Json.text(last("private:daqiao-1"), "text")).isEqualTo("hi");
    }

    @Test
    void section_4_4_private_message_goes_to_at_most_twenty() {
        assertThat(standIn.call(token, SEND_PRIVATE, inPrivate()).refusal())
                .isEqualTo("400 invalidParameter.userIds.empty");
        assertThat(standIn.call(token, SEND_PRIVATE, inPrivate(ids(21))).refusal())
                .isEqualTo("400 invalidParameter.userIds.overMax");
        assertThat(standIn.call(token, SEND_PRIVATE, inPrivate(ids(20))).refusal())
                .isEqualTo("400 staffId.notExisted");
    }

    @Test
    void section_4_4_readers_are_those_who_wrote_since() {
        var key = sentKey("read me");
        var query = Json.object()
                .put("robotCode", "demo")
                .put("openConversationId", "cidXinxing")
                .put("processQueryKey", key);

        var before =
                standIn.call(token, "/v1.0/robot/groupMessages/query", query).ok();
        standIn.say("cidXinxing", "xinxing-1", "seen");
        var after =
                standIn.call(token, "/v1.0/robot/groupMessages/query", query).ok();

        assertThat(Json.text(before, "sendStatus")).isEqualTo("SUCCESS");
        assertThat(before.path("readUserIds")).isEmpty();
        assertThat(after.path("readUserIds").get(0).asString()).isEqualTo("xinxing-1");
        assertThat(after.path("hasMore").asBoolean(true)).isFalse();
    }

    @Test
    void section_4_4_read_status_of_private_messages() {
        var key = Json.text(
                standIn.call(token, SEND_PRIVATE, inPrivate("jiefang-1")).ok(), "processQueryKey");
        var path = "/v1.0/robot/oToMessages/readStatus?robotCode=demo&processQueryKey=";

        var status =
                standIn.get(path + key, "x-acs-dingtalk-access-token", token).ok();

        assertThat(Json.text(status, "sendStatus")).isEqualTo("SUCCESS");
        assertThat(Json.text(status.path("messageReadInfoList").get(0), "userId"))
                .isEqualTo("jiefang-1");
        assertThat(Json.text(status.path("messageReadInfoList").get(0), "readStatus"))
                .isEqualTo("UNREAD");
        assertThat(standIn.get(path + "none", "x-acs-dingtalk-access-token", token)
                        .refusal())
                .isEqualTo("400 processQueryKey.expireTime");
    }

    @Test
    void section_4_4_recalled_message_says_nothing_any_more_and_cannot_be_recalled_twice() {
        var key = sentKey("oops");

        var first = recall("demo", token, key, "pqkUnknown");
        var second = recall("demo", token, key);

        assertThat(first.path("successResult").get(0).asString()).isEqualTo(key);
        assertThat(Json.text(first.path("failedResult"), "pqkUnknown")).isNotEmpty();
        assertThat(Json.text(second.path("failedResult"), key)).isEqualTo("notRevoke.all.messages");
        assertThat(Json.text(last("cidXinxing"), "msgtype")).isEqualTo("recalled");
        assertThat(Json.text(last("cidXinxing"), "text")).isEmpty();
    }

    @Test
    void section_4_4_recall_takes_twenty_keys_and_only_within_a_day() {
        var tooMany = IntStream.range(0, 21).mapToObj(i -> "pqk" + i).toArray(String[]::new);
        assertThat(standIn.call(token, "/v1.0/robot/groupMessages/recall", recallRequest("demo", tooMany))
                        .refusal())
                .isEqualTo("400 invalidParameter.processQueryKeys.overMax");

        var key = sentKey("old");
        standIn.post("/sandbox/api/clock", "{'advance':'PT24H'}").ok();
        assertThat(Json.text(recall("demo", token, key).path("failedResult"), key))
                .isEqualTo("robot.processQueryKey.expired");
    }

    @Test
    void section_4_4_private_recall_has_its_own_spelling() {
        var key = Json.text(
                standIn.call(token, SEND_PRIVATE, inPrivate("nanhu-1")).ok(), "processQueryKey");

        var answer = standIn.call(token, "/v1.0/robot/otoMessages/batchRecall", recallRequest("demo", key))
                .ok();

        assertThat(answer.path("successResult").get(0).asString()).isEqualTo(key);
        assertThat(Json.text(last("private:nanhu-1"), "msgtype")).isEqualTo("recalled");
    }

    @Test
    void section_7_download_code_of_another_robot_or_none_is_refused() {
        var codes = standIn.bean(DownloadCodes.class);
        var mediaId = standIn.bean(MediaFiles.class).keep(new byte[] {7}, "photo");
        var request = Json.object().put("robotCode", "demo");
        var path = "/v1.0/robot/messageFiles/download";

        assertThat(standIn.call(token, path, request.put("downloadCode", codes.codeFor(mediaId, "peer")))
                        .refusal())
                .isEqualTo("400 invalidParameter.robotCode.downloadCode");
        assertThat(standIn.call(token, path, request.put("downloadCode", "garbage"))
                        .refusal())
                .isEqualTo("400 invalidParameter.robotCode.downloadCode");
        assertThat(standIn.call(token, path, request.put("downloadCode", codes.codeFor(mediaId, "demo")))
                        .status())
                .isEqualTo(200);
        assertThat(standIn.get(FileApi.PATH + "stale").status()).isEqualTo(403);
    }

    @Test
    void section_10_4_more_than_twenty_calls_a_second_are_refused() {
        standIn.faults("{'switches':{'rateLimits':true}}");
        try {
            await("a hundred within a few seconds").untilAsserted(() -> {
                var calls = IntStream.range(0, 100).mapToObj(i -> callAsync()).toList();

                assertThat(calls.stream().map(CompletableFuture::join))
                        .contains("403 Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", "200 ");
            });
        } finally {
            standIn.faults("{'switches':{'rateLimits':false}}");
        }
    }

    private static CompletableFuture<String> callAsync() {
        var request = standIn.request("/v1.0/robot/groupMessages/query", "x-acs-dingtalk-access-token", token)
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(Json.text(Json.object()
                        .put("robotCode", "demo")
                        .put("openConversationId", "cidXinxing")
                        .put("processQueryKey", sentKeyOnce()))))
                .build();
        return StandIn.HTTP
                .sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> new StandIn.Answer(response.statusCode(), response.body()).refusal());
    }

    private static String keyOnce = "";

    private static String sentKeyOnce() {
        keyOnce = keyOnce.isEmpty() ? sentKey("asked often") : keyOnce;
        return keyOnce;
    }

    private static String sentKey(String text) {
        return Json.text(standIn.call(token, SEND, group(text)).ok(), "processQueryKey");
    }

    private static ObjectNode group(String text) {
        return Json.object()
                .put("robotCode", "demo")
                .put("openConversationId", "cidXinxing")
                .put("msgKey", "sampleMarkdown")
                .put("msgParam", Json.text(Json.object().put("title", "T").put("text", text)));
    }

    private static ObjectNode inPrivate(String... userIds) {
        var request = group("hi");
        request.remove("openConversationId");
        Stream.of(userIds).forEach(request.putArray("userIds")::add);
        return request;
    }

    private static String[] ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "ghost-" + i).toArray(String[]::new);
    }

    private static JsonNode recall(String robot, String token, String... keys) {
        return standIn.call(token, "/v1.0/robot/groupMessages/recall", recallRequest(robot, keys))
                .ok();
    }

    private static ObjectNode recallRequest(String robot, String... keys) {
        var request = Json.object().put("robotCode", robot).put("openConversationId", "cidXinxing");
        Stream.of(keys).forEach(request.putArray("processQueryKeys")::add);
        return request;
    }

    private static JsonNode last(String conversation) {
        var messages = standIn.messages(conversation);
        return messages.get(messages.size() - 1);
    }
}
