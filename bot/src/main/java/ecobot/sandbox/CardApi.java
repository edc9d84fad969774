package ecobot.sandbox;

import ecobot.TryIt;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cards in groups: made and delivered in one call, changed, pressed. Any template id that ends in {@code .schema} counts as published; the page
 * draws the variables {@code title}, {@code text} and {@code b1} to {@code b3}.
 */
@TryIt
@RestController
class CardApi {

    private static final String TOKEN = "x-acs-dingtalk-access-token";
    private static final String GROUP_SPACE = "dtv1.card//IM_GROUP.";
    private static final int MAX_VALUE = 1024;
    private static final int MAX_TRACK_ID = 100;

    private final Gate gate;
    private final People people;
    private final Chat chat;
    private final Cards cards;
    private final Stream stream;
    private final Events events;
    private final Journal journal;
    private final Clock clock;

    CardApi(
            Gate gate,
            People people,
            Chat chat,
            Cards cards,
            Stream stream,
            Events events,
            Journal journal,
            Clock clock) {
        this.gate = gate;
        this.people = people;
        this.chat = chat;
        this.cards = cards;
        this.stream = stream;
        this.events = events;
        this.journal = journal;
        this.clock = clock;
    }

    @PostMapping("/v1.0/card/instances/createAndDeliver")
    ResponseEntity<byte[]> deliver(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestBody(required = false) byte @Nullable [] body) {
        var app = gate.enterExtra(token, "card/createAndDeliver");
        var request = Bodies.json(body);
        var trackId = Json.text(request, "outTrackId");
        if (trackId.isEmpty() || trackId.length() > MAX_TRACK_ID) {
            throw PlatformError.bad("param.outTrackIdEmpty");
        }
        if (!Json.text(request, "cardTemplateId").endsWith(".schema")) {
            throw PlatformError.bad("param.templateNotExist");
        }
        var space = Json.text(request, "openSpaceId");
        if (!space.startsWith(GROUP_SPACE)) {
            throw PlatformError.bad("param.openSpaceIdInvalid");
        }
        var model = request.path("imGroupOpenDeliverModel");
        if (!Json.text(model, "robotCode").equals(app.clientId())) {
            throw PlatformError.bad("param.openDeliverModelError");
        }
        var params = params(request);
        var conversation = space.substring(GROUP_SPACE.length());
        boolean isThere = people.group(conversation)
                .filter(group -> people.hasRobot(group, app.clientId()))
                .isPresent();
        synchronized (cards) {
            if (isThere && cards.place(trackId).isEmpty()) {
                show(conversation, app, trackId, params, atUserIds(model));
            }
        }
        var answer = Json.object().put("success", true);
        answer.putObject("result")
                .put("outTrackId", trackId)
                .putArray("deliverResults")
                .addObject()
                .put("spaceType", "IM_GROUP")
                .put("spaceId", conversation)
                .put("success", isThere)
                .put("carrierId", isThere ? "pqk" + trackId : "")
                .put("errorMsg", isThere ? "" : "robot is not in the group");
        return Answers.ok(answer);
    }

    @PutMapping("/v1.0/card/instances")
    ResponseEntity<byte[]> update(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestBody(required = false) byte @Nullable [] body) {
        gate.enterExtra(token, "card/update");
        var request = Bodies.json(body);
        var trackId = Json.text(request, "outTrackId");
        synchronized (cards) {
            var place = cards.place(trackId).orElseThrow(() -> PlatformError.bad("param.cardNotExist"));
            boolean byKey = request.path("cardUpdateOptions")
                    .path("updateCardDataByKey")
                    .asBoolean(false);
            var params = byKey ? cards.params(trackId).deepCopy() : Json.object();
            params.setAll(params(request));
            journal.append(new Entry.CardSet(clock.instant(), trackId, Json.text(params)));
            cards.set(trackId, Json.text(params));
            events.tell("card", MessageView.News.of(cards.asNow(place)));
        }
        return Answers.ok(Json.object().put("success", true).put("result", true));
    }

    /** Somebody presses a button: {@code {"staffId","actionId"}}. Whoever sees the card can, whether he may or not. */
    @PostMapping("/sandbox/api/cards/{trackId}/presses")
    void press(@PathVariable String trackId, @RequestBody byte[] body) {
        var request = Bodies.json(body);
        var place = cards.place(trackId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no card " + trackId));
        var inner = Json.object();
        inner.putObject("cardPrivateData").putObject("params");
        ((ObjectNode) inner.path("cardPrivateData")).putArray("actionIds").add(Json.text(request, "actionId"));
        var press = Json.object()
                .put("type", "actionCallback")
                .put("outTrackId", trackId)
                .put("corpId", "dingcorp")
                .put("userId", Json.text(request, "staffId"))
                .put("userIdType", 1)
                .put("spaceType", "IM_GROUP")
                .put("spaceId", place.conversation())
                .put("extension", "{}")
                .put("content", Json.text(inner));
        if (!stream.press(place.from(), press)) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "no connection takes presses of cards");
        }
    }

    private static ObjectNode params(ObjectNode request) {
        if (!(request.path("cardData").path("cardParamMap") instanceof ObjectNode params)) {
            throw PlatformError.bad("param.cardDataInvalid");
        }
        for (var value : params) {
            if (!value.isString() || value.asString().getBytes(StandardCharsets.UTF_8).length > MAX_VALUE) {
                throw PlatformError.bad("param.cardDataInvalid");
            }
        }
        return params;
    }

    private static List<String> atUserIds(JsonNode model) {
        return StreamSupport.stream(model.path("atUserIds").properties().spliterator(), false)
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private void show(String conversation, Apps.App app, String trackId, ObjectNode params, List<String> atUserIds) {
        var raw = Json.object().put("outTrackId", trackId);
        raw.set("params", params);
        cards.add(chat.say(new Chat.Draft(
                conversation,
                app.clientId(),
                Cards.CHANNEL,
                Json.text(params, "title"),
                Json.text(params, "text"),
                List.of(),
                atUserIds,
                Cards.CHANNEL,
                Json.text(raw),
                null)));
    }
}
