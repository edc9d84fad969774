package ecobot.sandbox;

import ecobot.TryIt;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Calendars: one event per token of the caller, for people by their unionId. */
@TryIt
@RestController
@RequestMapping("/v1.0/calendar/users/{unionId}/calendars/primary/events")
class CalendarApi {

    private static final String TOKEN = "x-acs-dingtalk-access-token";
    private static final String MISTAKE = "invalidParameter";
    private static final int MAX_SUMMARY = 2048;

    private final Gate gate;
    private final People people;
    private final Chat chat;
    private final DayEvents events;
    private final Faults faults;

    CalendarApi(Gate gate, People people, Chat chat, DayEvents events, Faults faults) {
        this.gate = gate;
        this.people = people;
        this.chat = chat;
        this.events = events;
        this.faults = faults;
    }

    @PostMapping
    ResponseEntity<byte[]> create(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestHeader(name = "x-client-token", required = false) @Nullable String clientToken,
            @PathVariable String unionId,
            @RequestBody(required = false) byte @Nullable [] body) {
        enter(token, "calendar/create");
        var request = Bodies.json(body);
        var staffId = staffId(unionId);
        check(request);
        synchronized (events) {
            var known = events.madeWith(clientToken == null ? "" : clientToken);
            if (known.isPresent()) {
                return Answers.ok(known.get());
            }
            request.put("id", "event" + UUID.randomUUID().toString().replace("-", ""));
            request.put("clientToken", clientToken == null ? "" : clientToken);
            request.put("deleted", false);
            show(staffId, request);
        }
        return Answers.ok(request);
    }

    @PutMapping("/{eventId}")
    ResponseEntity<byte[]> update(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @PathVariable String unionId,
            @PathVariable String eventId,
            @RequestBody(required = false) byte @Nullable [] body) {
        enter(token, "calendar/update");
        var request = Bodies.json(body);
        var staffId = staffId(unionId);
        synchronized (events) {
            var before = events.event(eventId).orElseThrow(() -> new PlatformError(404, "itemNotFound"));
            var after = before.deepCopy();
            for (var field : List.of("summary", "start", "end", "isAllDay", "location")) {
                if (request.has(field)) {
                    after.set(field, request.get(field));
                }
            }
            check(after);
            if (!after.equals(before)) {
                show(staffId, after);
            }
            return Answers.ok(after);
        }
    }

    @DeleteMapping("/{eventId}")
    ResponseEntity<byte[]> delete(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @PathVariable String unionId,
            @PathVariable String eventId) {
        enter(token, "calendar/delete");
        var staffId = staffId(unionId);
        synchronized (events) {
            var event = events.event(eventId)
                    .orElseThrow(() -> new PlatformError(404, "itemNotFound"))
                    .deepCopy();
            event.put("deleted", true);
            show(staffId, event);
        }
        return Answers.ok(Json.object());
    }

    private static void check(ObjectNode event) {
        var summary = Json.text(event, "summary");
        var start = event.path("start");
        boolean allDay = event.path("isAllDay").asBoolean();
        boolean hasStart = !Json.text(start, allDay ? "date" : "dateTime").isEmpty();
        if (summary.isEmpty() || summary.length() > MAX_SUMMARY || !hasStart) {
            throw PlatformError.bad(MISTAKE);
        }
    }

    private void enter(@Nullable String token, String api) {
        gate.enter(token, api);
        if (!faults.switches().extrasAllowed()) {
            throw PlatformError.denied("AccessTokenPermissionDenied");
        }
    }

    private String staffId(String unionId) {
        return people.persons().stream()
                .map(People.Person::staffId)
                .filter(id -> LegacyApi.unionId(id).equals(unionId))
                .findFirst()
                .orElseThrow(() -> PlatformError.bad(MISTAKE));
    }

    private void show(String staffId, ObjectNode event) {
        events.put(event);
        var summary = Json.text(event, "summary");
        chat.say(new Chat.Draft(
                People.PRIVATE + staffId,
                Apps.BOT,
                "calendar",
                summary,
                summary,
                List.of(),
                List.of(),
                DayEvents.CHANNEL,
                Json.text(event),
                null));
    }
}
