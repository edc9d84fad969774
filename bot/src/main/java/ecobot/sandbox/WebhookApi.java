package ecobot.sandbox;

import ecobot.TryIt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The addresses that take messages without an access token: custom robots, and answers within a session. */
@TryIt
@RestController
class WebhookApi {

    private static final Duration SIGNATURE_LIFE = Duration.ofHours(1);

    private final Gate gate;
    private final People people;
    private final Chat chat;
    private final Sessions sessions;
    private final Faults faults;
    private final Clock clock;
    private final Uuids uuids;

    WebhookApi(Gate gate, People people, Chat chat, Sessions sessions, Faults faults, Clock clock, Uuids uuids) {
        this.gate = gate;
        this.people = people;
        this.chat = chat;
        this.sessions = sessions;
        this.faults = faults;
        this.clock = clock;
        this.uuids = uuids;
    }

    @PostMapping("/robot/send")
    ResponseEntity<byte[]> send(
            @RequestParam(name = "access_token", defaultValue = "") String token,
            @RequestParam(defaultValue = "") String timestamp,
            @RequestParam(defaultValue = "") String sign,
            @RequestHeader(name = "Content-Type", defaultValue = "") String contentType,
            @RequestBody(required = false) byte @Nullable [] bytes) {
        var group = people.groupOfRobot(token).orElseThrow(() -> new LegacyError(400101, "access_token is invalid"));
        var body = body(contentType, bytes);
        if (!group.robotSecret().isEmpty()) {
            verify(group.robotSecret(), timestamp, sign);
        }
        gate.speak(token);
        var content = content(body);
        if (isFirst(token, Json.text(body, "msgUuid"))) {
            gate.countWebhook();
            say(group.id(), token, content, "custom-robot", body);
        }
        return ok();
    }

    @PostMapping("/robot/sendBySession")
    ResponseEntity<byte[]> sendBySession(
            @RequestParam(defaultValue = "") String session,
            @RequestHeader(name = "Content-Type", defaultValue = "") String contentType,
            @RequestBody(required = false) byte @Nullable [] bytes) {
        var found = sessions.find(session).orElseThrow(() -> new LegacyError(300001, "session not found"));
        var body = body(contentType, bytes);
        if (faults.switches().sessionRateLimit()) {
            gate.speak("session " + found.robotCode() + " " + found.conversation());
        }
        var content = content(body);
        if (faults.switches().sessionCounts()) {
            gate.countWebhook();
        }
        say(found.conversation(), found.robotCode(), content, "session", body);
        return ok();
    }

    private Content content(ObjectNode body) {
        var content = WebhookMessage.content(body);
        if (faults.switches().atAllForbidden() && content.atUserIds().contains(WebhookMessage.ALL)) {
            throw new LegacyError(40035, "only.groupAdmin.canAtAll");
        }
        return content;
    }

    private static ObjectNode body(String contentType, byte @Nullable [] bytes) {
        if (!contentType.startsWith("application/json")) {
            throw new LegacyError(43004, "invalid Content-Type, use application/json");
        }
        return WebhookMessage.read(bytes == null ? new byte[0] : bytes);
    }

    private void verify(String secret, String timestamp, String sign) {
        var isFresh = timestamp.matches("\\d{1,15}")
                && Math.abs(clock.millis() - Long.parseLong(timestamp)) <= SIGNATURE_LIFE.toMillis();
        if (!isFresh) {
            throw new LegacyError(310000, "invalid timestamp");
        }
        var expected = signature(secret, timestamp).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, sign.getBytes(StandardCharsets.UTF_8))) {
            throw new LegacyError(310000, "sign not match");
        }
    }

    static String signature(String secret, String timestamp) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal((timestamp + "\n" + secret).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isFirst(String token, String msgUuid) {
        return msgUuid.isEmpty() || !faults.switches().idempotentMsgUuid() || uuids.isNew(token, msgUuid);
    }

    private void say(String conversation, String from, Content content, String channel, ObjectNode body) {
        chat.say(new Chat.Draft(
                conversation,
                from,
                content.msgtype(),
                content.title(),
                content.text(),
                content.mediaIds(),
                content.atUserIds(),
                channel,
                Json.text(body),
                null));
    }

    private static ResponseEntity<byte[]> ok() {
        return Answers.ok(Json.object().put("errcode", 0).put("errmsg", "ok"));
    }
}
