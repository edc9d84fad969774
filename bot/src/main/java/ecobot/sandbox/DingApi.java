package ecobot.sandbox;

import ecobot.TryIt;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** DING, in the app only; each stands in its receiver's private chat. */
@TryIt
@RestController
class DingApi {

    private static final String CHANNEL = "ding";
    private static final int MAX_RECEIVERS = 200;

    private final Gate gate;
    private final People people;
    private final Chat chat;

    DingApi(Gate gate, People people, Chat chat) {
        this.gate = gate;
        this.people = people;
        this.chat = chat;
    }

    @PostMapping("/v1.0/robot/ding/send")
    ResponseEntity<byte[]> send(
            @RequestHeader(name = "x-acs-dingtalk-access-token", required = false) @Nullable String token,
            @RequestBody(required = false) byte @Nullable [] body) {
        var app = gate.enterExtra(token, "ding/send");
        var request = Bodies.json(body);
        if (!Json.text(request, "robotCode").equals(app.clientId())) {
            throw PlatformError.bad("invalid.chatbotId");
        }
        if (request.path("remindType").asInt(0) != 1) {
            throw PlatformError.bad("ding.serverquota.insufficient");
        }
        var receivers = new ArrayList<String>();
        request.path("receiverUserIdList").forEach(id -> receivers.add(id.asString("")));
        if (receivers.isEmpty()) {
            throw PlatformError.bad("miss.staffId");
        }
        if (receivers.size() > MAX_RECEIVERS) {
            throw PlatformError.bad("ding.receivercount.limit");
        }
        var answer = Json.object()
                .put("openDingId", "ding" + UUID.randomUUID().toString().replace("-", ""));
        var unknown = answer.putObject("failedList").putArray("unknown");
        for (var id : receivers) {
            if (people.member(id).isPresent()) {
                say(app, id, Json.text(request, "content"), Json.text(request));
            } else {
                unknown.add(id);
            }
        }
        return Answers.ok(answer);
    }

    private void say(Apps.App app, String staffId, String text, String raw) {
        chat.say(new Chat.Draft(
                People.PRIVATE + staffId,
                app.clientId(),
                CHANNEL,
                null,
                text,
                List.of(),
                List.of(),
                CHANNEL,
                raw,
                null));
    }
}
