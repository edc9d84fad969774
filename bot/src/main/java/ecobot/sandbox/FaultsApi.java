package ecobot.sandbox;

import ecobot.TryIt;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Tells the stand-in to misbehave. {@code POST} takes any of:
 *
 * <ul>
 *   <li>{@code "reset": true}: first everything as usual
 *   <li>{@code "http": [rule…]}: replaces the rules, see {@link HttpFault}
 *   <li>{@code "stream": {…}}: changes single values, see {@link StreamFaults}
 *   <li>{@code "switches": {…}}: changes single values, see {@link Switches}
 *   <li>{@code "actions": [{"do": "DROP" | "SILENCE" | "DISCONNECT", "client": "demo"}]}: done at once to all connections of the client, or
 *       of all clients when none is named
 * </ul>
 *
 * Both calls answer what is in force, with how often each rule has struck.
 */
@TryIt
@RestController
@RequestMapping("/sandbox/api/faults")
class FaultsApi {

    private final Faults faults;
    private final Stream stream;
    private final Journal journal;
    private final Clock clock;
    private final Ticks ticks;

    FaultsApi(Faults faults, Stream stream, Journal journal, Clock clock, Ticks ticks) {
        this.faults = faults;
        this.stream = stream;
        this.journal = journal;
        this.clock = clock;
        this.ticks = ticks;
    }

    @GetMapping
    JsonNode inForce() {
        return faults.view();
    }

    @PostMapping
    JsonNode change(@RequestBody byte[] body) throws Json.NotAnObject {
        var request = Json.object(body);
        var actions = Json.MAPPER.convertValue(request.path("actions"), Action[].class);
        faults.change(request);
        journal.append(new Entry.FaultsSet(clock.instant(), Json.text(request)));
        if (actions != null) {
            for (var action : actions) {
                act(action);
            }
        }
        return faults.view();
    }

    @ExceptionHandler({IllegalArgumentException.class, tools.jackson.core.JacksonException.class, Json.NotAnObject.class
    })
    ProblemDetail mistaken(Exception mistake) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(mistake.getMessage()));
    }

    private void act(Action action) {
        switch (action.what()) {
            case DROP -> stream.of(action.client()).forEach(Connection::drop);
            case SILENCE -> stream.of(action.client()).forEach(Connection::fallSilent);
            case DISCONNECT -> {
                var moved = stream.disconnect(action.client());
                ticks.later(Stream.GRACE, () -> moved.forEach(Connection::close));
            }
        }
    }

    /** Something to be done at once. */
    record Action(
            @com.fasterxml.jackson.annotation.JsonProperty("do")
            What what,

            @Nullable String client) {

        Action {
            if (what == null) {
                throw new IllegalArgumentException("an action needs \"do\"");
            }
        }

        /** Cut the line without a word, go half-open, or ask the client to move. */
        enum What {
            DROP,
            SILENCE,
            DISCONNECT
        }
    }
}
