package ecobot.sandbox;

import ecobot.TryIt;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The doors of the platform: access tokens, and tickets for the stream. Neither counts against the month. */
@TryIt
@RestController
class GatewayApi {

    private static final String BAD_CLIENT = "invalidClientIdOrSecret";

    private final Apps apps;

    GatewayApi(Apps apps) {
        this.apps = apps;
    }

    @PostMapping("/v1.0/oauth2/accessToken")
    ResponseEntity<byte[]> accessToken(@RequestBody(required = false) byte @Nullable [] body) {
        var request = Bodies.json(body);
        var app = apps.authenticate(Json.text(request, "appKey"), Json.text(request, "appSecret"))
                .orElseThrow(() -> PlatformError.bad(BAD_CLIENT));
        return Answers.ok(Json.object().put("accessToken", apps.token(app)).put("expireIn", lifeOfToken()));
    }

    @GetMapping("/gettoken")
    ResponseEntity<byte[]> getToken(
            @RequestParam(defaultValue = "") String appkey, @RequestParam(defaultValue = "") String appsecret) {
        var app = apps.authenticate(appkey, appsecret)
                .orElseThrow(() -> new LegacyError(40089, "invalid appkey or appsecret"));
        return Answers.ok(Json.object()
                .put("errcode", 0)
                .put("errmsg", "ok")
                .put("access_token", apps.token(app))
                .put("expires_in", lifeOfToken()));
    }

    /** The address is derived from the call itself; it always names the port, which the official Java client needs. */
    @PostMapping("/v1.0/gateway/connections/open")
    ResponseEntity<byte[]> open(@RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
        var json = Bodies.json(body);
        var app = apps.authenticate(Json.text(json, "clientId"), Json.text(json, "clientSecret"))
                .orElseThrow(() -> new PlatformError(401, BAD_CLIENT));
        var subscriptions = json.path("subscriptions");
        if (subscriptions.isEmpty()) {
            throw PlatformError.bad("MissingSubscriptions");
        }
        var authority = authority(request.getServerName(), request.getServerPort());
        var ticket = apps.ticket(
                app,
                wants(subscriptions, "CALLBACK", Frames.BOT_TOPIC),
                wants(subscriptions, "CALLBACK", Frames.CARD_TOPIC),
                wants(subscriptions, "EVENT", Frames.ALL_EVENTS),
                request.getScheme() + "://" + authority);
        return Answers.ok(Json.object()
                .put("endpoint", (request.isSecure() ? "wss://" : "ws://") + authority + "/connect")
                .put("ticket", ticket));
    }

    private static boolean wants(JsonNode subscriptions, String type, String topic) {
        for (var subscription : subscriptions) {
            if (Json.text(subscription, "type").equals(type)
                    && Json.text(subscription, "topic").equals(topic)) {
                return true;
            }
        }
        return false;
    }

    private static String authority(String host, int port) {
        return host + ":" + port;
    }

    private static long lifeOfToken() {
        return Apps.TOKEN_LIFE.toSeconds();
    }
}
