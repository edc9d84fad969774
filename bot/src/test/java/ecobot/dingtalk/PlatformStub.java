package ecobot.dingtalk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.node.ObjectNode;

/** The platform's HTTP side, which answers whatever a test wants. Registered as an extension it begins each test with all well, and ends with the last. */
final class PlatformStub implements BeforeEachCallback, AfterAllCallback {

    static final String CONNECTION = "/v1.0/gateway/connections/open";
    static final String TOKEN = "/v1.0/oauth2/accessToken";
    static final String GROUP = "/v1.0/robot/groupMessages/send";
    static final String READERS = "/v1.0/robot/groupMessages/query";
    static final String PERSON = "/v1.0/robot/oToMessages/batchSend";
    static final String DOWNLOAD = "/v1.0/robot/messageFiles/download";
    static final String WEBHOOK = "/robot/sendBySession";
    static final String DING = "/v1.0/robot/ding/send";
    static final String ROBOT = "/robot/send";
    static final String UPLOAD = "/media/upload";
    static final String RECALL_IN_GROUP = "/v1.0/robot/groupMessages/recall";
    static final String RECALL_IN_PRIVATE = "/v1.0/robot/otoMessages/batchRecall";
    static final String USER = "/topapi/v2/user/get";
    static final String TODOS = "/v1.0/todo/users/union-1/tasks";
    static final String TODO = TODOS + "/task-1";
    static final String TODO_OF_SOURCE = TODOS + "/sources/source-1";
    static final String EVENTS = "/v1.0/calendar/users/union-1/calendars/primary/events";
    static final String EVENT = EVENTS + "/event-1";
    static final String CARDS = "/v1.0/card/instances";
    static final String CARD_DELIVERY = CARDS + "/createAndDeliver";

    final WireMockServer server = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .containerThreads(12));

    PlatformStub() {
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    URI session() {
        return base().resolve(WEBHOOK + "?session=CANARY");
    }

    /** All is well from now on, and nothing was asked so far. */
    void reset() {
        server.resetAll();
        answer(TOKEN, okJson("{\"accessToken\":\"token-CANARY\",\"expireIn\":7200}"));
        answer(GROUP, okJson("{\"processQueryKey\":\"key-1\"}"));
        answer(
                PERSON,
                okJson("{\"processQueryKey\":\"key-2\",\"invalidStaffIdList\":[],\"flowControlledStaffIdList\":[]}"));
        answer(READERS, okJson("{\"sendStatus\":\"SUCCESS\",\"hasMore\":false,\"readUserIds\":[\"0123\"]}"));
        answer(DOWNLOAD, okJson("{\"downloadUrl\":\"" + base() + "/file\"}"));
        answer(WEBHOOK, okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
        answer(DING, okJson("{\"openDingId\":\"ding-1\",\"failedList\":{}}"));
        answer(ROBOT, okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
        answer(UPLOAD, okJson("{\"errcode\":0,\"type\":\"image\",\"media_id\":\"@media\"}"));
        answer(RECALL_IN_GROUP, okJson("{\"successResult\":[\"key-1\"],\"failedResult\":{}}"));
        answer(RECALL_IN_PRIVATE, okJson("{\"successResult\":[\"key-1\"],\"failedResult\":{}}"));
        answer(USER, okJson("{\"errcode\":0,\"errmsg\":\"ok\",\"result\":{\"unionid\":\"union-1\"}}"));
        answer(TODOS, okJson("{\"id\":\"task-1\"}"));
        answer(TODO, okJson("{\"result\":true}"));
        answer(TODO_OF_SOURCE, okJson("{\"id\":\"task-1\"}"));
        answer(EVENTS, okJson("{\"id\":\"event-1\"}"));
        answer(EVENT, okJson("{\"id\":\"event-1\"}"));
        answer(CARDS, okJson("{\"success\":true,\"result\":true}"));
        answer(CARD_DELIVERY, cardDelivered(true));
    }

    /** A card that was made, and stands where it should or nowhere. */
    static ResponseDefinitionBuilder cardDelivered(boolean success) {
        return okJson("{\"success\":true,\"result\":{\"outTrackId\":\"track\",\"deliverResults\":[{\"success\":"
                + success + ",\"spaceType\":\"IM_GROUP\"}]}}");
    }

    /** An error in the words of the new API. */
    static ResponseDefinitionBuilder error(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"code\":\"" + code + "\",\"message\":\"m\",\"requestid\":\"r\"}");
    }

    void answer(String path, ResponseDefinitionBuilder answer) {
        server.stubFor(any(urlPathEqualTo(path)).willReturn(answer));
    }

    int calls(String path) {
        return server.findAll(anyRequestedFor(urlPathEqualTo(path))).size();
    }

    List<String> bodies(String path) {
        return server.findAll(anyRequestedFor(urlPathEqualTo(path))).stream()
                .map(request -> request.getBodyAsString())
                .toList();
    }

    List<String> headers(String path, String name) {
        return server.findAll(anyRequestedFor(urlPathEqualTo(path))).stream()
                .map(request -> request.getHeader(name))
                .toList();
    }

    ObjectNode body(String path) throws Json.NotJson {
        return Json.object(bodies(path).get(0));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop();
    }
}
