package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cards, todos and DING, error by error; sections are those of the platform's description. */
class ExtrasContractIT {

    private static final String CARDS = "/v1.0/card/instances";
    private static final String TODOS = "/v1.0/todo/users/union-yuxin-1/tasks";
    private static final String TOKEN = "x-acs-dingtalk-access-token";

    @TempDir
    static Path folder;

    static StandIn standIn;
    static String token;

    @BeforeAll
    static void start() {
        standIn = StandIn.start(folder);
        token = standIn.token("demo");
    }

    @AfterAll
    static void stop() {
        standIn.close();
    }

    @BeforeEach
    void behave() {
        standIn.faults("{'reset':true,'switches':{'rateLimits':false}}");
    }

    private static StandIn.Answer put(String path, ObjectNode body) {
        return standIn.send(standIn.request(path, TOKEN, token, "Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(Json.text(body))));
    }

    private static ObjectNode card(String trackId, String conversation) {
        var card = Json.object()
                .put("cardTemplateId", "any.schema")
                .put("outTrackId", trackId)
                .put("callbackType", "STREAM")
                .put("openSpaceId", "dtv1.card//IM_GROUP." + conversation);
        card.putObject("imGroupOpenDeliverModel").put("robotCode", "demo");
        card.putObject("cardData")
                .putObject("cardParamMap")
                .put("title", "T")
                .put("text", "one")
                .put("b1", "go");
        return card;
    }

    private static JsonNode deliver(ObjectNode card) {
        return standIn.call(token, CARDS + "/createAndDeliver", card).ok();
    }

    private static List<JsonNode> cardsIn(String conversation) {
        return standIn.messages(conversation).values().stream()
                .filter(message -> Json.text(message, "msgtype").equals("card"))
                .toList();
    }

    @Test
    void section_6_3_same_track_id_again_changes_nothing_and_6_5_an_update_shows_in_place() {
        deliver(card("track-1", "cidYuxin"));
        deliver(card("track-1", "cidYuxin"));
        assertThat(cardsIn("cidYuxin"))
                .singleElement()
                .satisfies(card -> assertThat(Json.text(card, "text")).isEqualTo("one"));

        var change = Json.object().put("outTrackId", "track-1");
        change.putObject("cardData").putObject("cardParamMap").put("text", "two");
        change.putObject("cardUpdateOptions").put("updateCardDataByKey", true);
        put(CARDS, change).ok();
        assertThat(cardsIn("cidYuxin")).singleElement().satisfies(card -> {
            assertThat(Json.text(card, "text")).isEqualTo("two");
            assertThat(Json.text(card, "title")).isEqualTo("T");
        });

        change.remove("cardUpdateOptions");
        put(CARDS, change).ok();
        assertThat(Json.text(cardsIn("cidYuxin").get(0), "title"))
                .as("overwritten as a whole")
                .isEmpty();
        assertThat(put(CARDS, change.put("outTrackId", "nobody")).refusal()).isEqualTo("400 param.cardNotExist");
    }

    @Test
    void section_6_3_wrong_fields_are_refused_and_6_4_success_alone_proves_no_delivery() {
        assertThat(standIn.call(token, CARDS + "/createAndDeliver", card("", "cidYuxin"))
                        .refusal())
                .isEqualTo("400 param.outTrackIdEmpty");
        assertThat(standIn.call(
                                token,
                                CARDS + "/createAndDeliver",
                                card("t", "cidYuxin").put("cardTemplateId", "x"))
                        .refusal())
                .isEqualTo("400 param.templateNotExist");
        var large = card("t", "cidYuxin");
        ((ObjectNode) large.path("cardData").path("cardParamMap")).put("text", "x".repeat(1025));
        assertThat(standIn.call(token, CARDS + "/createAndDeliver", large).status())
                .isEqualTo(400);

        var nowhere = deliver(card("track-2", "cidBulletin"));
        assertThat(nowhere.path("success").asBoolean()).isTrue();
        assertThat(nowhere.path("result")
                        .path("deliverResults")
                        .get(0)
                        .path("success")
                        .asBoolean())
                .isFalse();
    }

    private static ObjectNode todo(String sourceId) {
        var todo = Json.object().put("sourceId", sourceId).put("subject", "S").put("dueTime", 1_800_000_000_000L);
        todo.putObject("detailUrl").put("appUrl", "https://a.example").put("pcUrl", "https://a.example");
        return todo;
    }

    @Test
    void section_9_2_source_id_is_taken_once_and_found_again() {
        var made = standIn.call(token, TODOS, todo("s-1")).ok();

        assertThat(standIn.call(token, TODOS, todo("s-1")).refusal()).isEqualTo("400 todo.taskCreate.paramError");
        assertThat(standIn.get(TODOS + "/sources/s-1", TOKEN, token).ok().path("id"))
                .isEqualTo(made.path("id"));
        var without = todo("s-2");
        without.remove("detailUrl");
        assertThat(standIn.call(token, TODOS, without).status())
                .as("detailUrl is mandatory")
                .isEqualTo(400);
        put(TODOS + "/" + Json.text(made, "id"), Json.object().put("done", true))
                .ok();
        assertThat(standIn.get(TODOS + "/sources/s-1", TOKEN, token)
                        .ok()
                        .path("done")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void section_9_3_token_makes_one_event_which_is_changed_and_taken_out() {
        var events = "/v1.0/calendar/users/union-yuxin-1/calendars/primary/events";
        var event = Json.object().put("summary", "S").put("isAllDay", true);
        event.putObject("start").put("date", "2026-12-08");
        var made = standIn.call(token, events, event).ok();
        assertThat(Json.text(made, "id")).isNotEmpty();
        assertThat(standIn.call(token, events, event.deepCopy().put("summary", ""))
                        .refusal())
                .isEqualTo("400 invalidParameter");
        assertThat(Json.text(
                        put(events + "/" + Json.text(made, "id"), Json.object().put("summary", "T"))
                                .ok(),
                        "summary"))
                .isEqualTo("T");
        assertThat(put(events + "/none", event).refusal()).isEqualTo("404 itemNotFound");
    }

    @Test
    void section_9_1_ding_has_a_limit_of_receivers_and_no_paid_ways() {
        var ding = Json.object().put("robotCode", "demo").put("remindType", 1).put("content", "now");
        ding.putArray("receiverUserIdList").add("yuxin-1").add("ghost");
        var sent = standIn.call(token, "/v1.0/robot/ding/send", ding).ok();
        assertThat(Json.text(sent, "openDingId")).isNotEmpty();
        assertThat(sent.path("failedList").path("unknown").toString()).isEqualTo("[\"ghost\"]");

        assertThat(standIn.call(token, "/v1.0/robot/ding/send", ding.deepCopy().put("remindType", 3))
                        .refusal())
                .isEqualTo("400 ding.serverquota.insufficient");
        var many = ding.deepCopy();
        var list = many.putArray("receiverUserIdList");
        for (int i = 0; i < 201; i++) {
            list.add("u" + i);
        }
        assertThat(standIn.call(token, "/v1.0/robot/ding/send", many).refusal())
                .isEqualTo("400 ding.receivercount.limit");
    }

    @Test
    void section_10_1_without_permission_all_three_are_denied() {
        standIn.faults("{'switches':{'extrasAllowed':false}}");

        var denied = "403 Forbidden.AccessDenied.AccessTokenPermissionDenied";
        assertThat(standIn.call(token, CARDS + "/createAndDeliver", card("t", "cidYuxin"))
                        .refusal())
                .isEqualTo(denied);
        assertThat(standIn.call(token, TODOS, todo("s-3")).refusal()).isEqualTo(denied);
        assertThat(standIn.call(token, "/v1.0/robot/ding/send", Json.object()).refusal())
                .isEqualTo(denied);
    }
}
