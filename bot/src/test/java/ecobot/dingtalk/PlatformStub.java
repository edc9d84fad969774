package ecobot.dingtalk;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The platform's HTTP side, which answers whatever a test wants. */
final class PlatformStub implements AutoCloseable {

    static final String TOKEN = "/v1.0/oauth2/accessToken";
    static final String GROUP = "/v1.0/robot/groupMessages/send";
    static final String READERS = "/v1.0/robot/groupMessages/query";
    static final String PERSON = "/v1.0/robot/oToMessages/batchSend";
    static final String DOWNLOAD = "/v1.0/robot/messageFiles/download";
    static final String WEBHOOK = "/robot/sendBySession";
    static final String DING = "/v1.0/robot/ding/send";
    static final String ROBOT = "/robot/send";
    static final String UPLOAD = "/media/upload";

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
    }

    void answer(String path, ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathEqualTo(path)).willReturn(answer));
    }

    int calls(String path) {
        return server.findAll(postRequestedFor(urlPathEqualTo(path))).size();
    }

    List<String> bodies(String path) {
        return server.findAll(postRequestedFor(urlPathEqualTo(path))).stream()
                .map(request -> request.getBodyAsString())
                .toList();
    }

    ObjectNode body(String path) throws Json.NotJson {
        return Json.object(bodies(path).get(0));
    }

    @Override
    public void close() {
        server.stop();
    }
}
