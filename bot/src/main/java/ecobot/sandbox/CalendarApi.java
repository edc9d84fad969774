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
    private final DayEvents events;

    CalendarApi(Gate gate, People people, DayEvents events) {
        this.gate = gate;
        this.people = people;
        this.events = events;
    }

    @PostMapping
    ResponseEntity<byte[]> create(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestHeader(name = "x-client-token", required = false) @Nullable String clientToken,
            @PathVariable String unionId,
            @RequestBody(required = false) byte @Nullable [] body) {
        gate.enterExtra(token, "calendar/create");
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
            events.show(staffId, request, Json.text(request, "summary"));
        }
        return Answers.ok(request);
    }

    @PutMapping("/{eventId}")
    ResponseEntity<byte[]> update(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @PathVariable String unionId,
            @PathVariable String eventId,
            @RequestBody(required = false) byte @Nullable [] body) {
        gate.enterExtra(token, "calendar/update");
        var request = Bodies.json(body);
        var staffId = staffId(unionId);
        synchronized (events) {
            var before = events.event(eventId).orElseThrow(() -> new PlatformError(404, "itemNotFound"));
            var after = Json.changed(before, request, List.of("summary", "start", "end", "isAllDay", "location"));
            check(after);
            if (!after.equals(before)) {
                events.show(staffId, after, Json.text(after, "summary"));
            }
            return Answers.ok(after);
        }
    }

    @DeleteMapping("/{eventId}")
    ResponseEntity<byte[]> delete(
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @PathVariable String unionId,
            @PathVariable String eventId) {
        gate.enterExtra(token, "calendar/delete");
        var staffId = staffId(unionId);
        synchronized (events) {
            var event = events.event(eventId)
                    .orElseThrow(() -> new PlatformError(404, "itemNotFound"))
                    .deepCopy();
            event.put("deleted", true);
            events.show(staffId, event, Json.text(event, "summary"));
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

    private String staffId(String unionId) {
        return people.ofUnionId(unionId)
                .orElseThrow(() -> PlatformError.bad(MISTAKE))
                .staffId();
    }
}
