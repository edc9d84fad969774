package ecobot.sandbox;

import ecobot.TryIt;
import ecobot.sandbox.People.Conversation;
import ecobot.sandbox.Quota.Meter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The control interface: what people do in the chat, and the strings behind the scenes. Mistakes are answered with status 400 and a problem
 * document, unknown ids with 404.
 */
@TryIt
@RestController
@RequestMapping("/sandbox/api")
class ControlApi {

    private final People people;
    private final Chat chat;
    private final Talk talk;
    private final Status status;
    private final TryItClock time;
    private final Clock clock;
    private final Quota quota;
    private final Events events;
    private final Cards cards;

    ControlApi(
            People people,
            Chat chat,
            Talk talk,
            Status status,
            TryItClock time,
            Clock clock,
            Quota quota,
            Events events,
            Cards cards) {
        this.people = people;
        this.chat = chat;
        this.talk = talk;
        this.status = status;
        this.time = time;
        this.clock = clock;
        this.quota = quota;
        this.events = events;
        this.cards = cards;
    }

    @GetMapping("/people")
    List<PersonView> people() {
        return people.persons().stream().map(PersonView::of).toList();
    }

    @GetMapping("/conversations")
    List<Conversation> conversations() {
        return people.conversations();
    }

    @PostMapping("/conversations/{id}/messages")
    Map<String, String> say(@PathVariable String id, @RequestBody byte[] body) {
        var line = Json.MAPPER.readValue(body, Talk.Line.class);
        return Map.of("msgId", talk.say(conversation(id), line));
    }

    @GetMapping("/conversations/{id}/messages")
    List<MessageView> messages(@PathVariable String id, @RequestParam(defaultValue = "0") long after) {
        return chat.after(conversation(id).openConversationId(), after).stream()
                .map(said -> MessageView.of(cards.asNow(said), chat.isRecalled(said.processQueryKey())))
                .toList();
    }

    /** Somebody looks at a conversation and has read it up to a message, or to its end: {@code {"staffId","msgId"?}}. Robots hear of it. */
    @PostMapping("/conversations/{id}/reads")
    Map<String, Integer> read(@PathVariable String id, @RequestBody byte[] body) {
        var request = read(body);
        return Map.of("read", talk.read(conversation(id), Json.text(request, "staffId"), Json.text(request, "msgId")));
    }

    @GetMapping("/clock")
    Map<String, Instant> clock() {
        return Map.of("now", clock.instant());
    }

    /** Takes an ISO 8601 duration: {@code P3D}, {@code PT5M}, {@code P1DT2H}. */
    @PostMapping("/clock")
    Map<String, Instant> advance(@RequestBody byte[] body) {
        var now = time.advance(Duration.parse(Json.text(read(body), "advance")));
        events.tell("clock", Map.of("now", now));
        return Map.of("now", now);
    }

    @GetMapping("/quota")
    QuotaView quota() {
        return status.quota();
    }

    /** Sets counters, for trying what a used-up month does: {@code {"openApi":4990,"webhookAndStream":2990}}. */
    @PostMapping("/quota")
    QuotaView setQuota(@RequestBody byte[] body) {
        var request = read(body);
        if (request.has("openApi")) {
            quota.set(Meter.OPEN_API, request.path("openApi").asInt());
        }
        if (request.has("webhookAndStream")) {
            quota.set(Meter.WEBHOOK_AND_STREAM, request.path("webhookAndStream").asInt());
        }
        return status.quota();
    }

    @GetMapping("/status")
    Status.View status() {
        return status.view();
    }

    /** Events {@code message}, {@code clock}, {@code quota} and {@code status}. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() {
        return events.subscribe();
    }

    @ExceptionHandler({
        IllegalArgumentException.class,
        DateTimeException.class,
        tools.jackson.core.JacksonException.class
    })
    ProblemDetail mistaken(Exception mistake) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(mistake.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unknown(Unknown unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(unknown.getMessage()));
    }

    private Conversation conversation(String id) {
        return people.conversation(id).orElseThrow(() -> new Unknown("no conversation " + id));
    }

    private static tools.jackson.databind.node.ObjectNode read(byte[] body) {
        try {
            return Json.object(body);
        } catch (Json.NotAnObject e) {
            throw new IllegalArgumentException("a JSON object is expected", e);
        }
    }

    /** A person as shown; roles are the lower-case words of the glossary. */
    record PersonView(String staffId, String name, String unit, List<String> roles) {
        static PersonView of(People.Person person) {
            return new PersonView(person.staffId(), person.name(), person.unit(), person.roles());
        }
    }

    private static final class Unknown extends RuntimeException {
        Unknown(String message) {
            super(message, null, false, false);
        }
    }
}
