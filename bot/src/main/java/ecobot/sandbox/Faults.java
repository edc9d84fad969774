package ecobot.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The misbehaviour that is switched on. In memory: a restart makes the platform well-behaved again. */
final class Faults {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private volatile Switches switches = Switches.USUAL;
    private volatile StreamFaults stream = StreamFaults.NONE;
    private volatile List<Rule> http = List.of();

    Switches switches() {
        return switches;
    }

    StreamFaults stream() {
        return stream;
    }

    /**
     * Changes what the request names: {@code http} replaces all rules, {@code stream} and {@code switches} change single values; with
     * {@code "reset": true} everything is first as usual.
     *
     * @throws IllegalArgumentException or a Jackson exception for what it does not understand; nothing is changed then
     */
    synchronized void change(JsonNode request) {
        var reset = request.path("reset").asBoolean(false);
        var newSwitches = merged(reset ? Switches.USUAL : switches, request.path("switches"), Switches.class);
        var newStream = merged(reset ? StreamFaults.NONE : stream, request.path("stream"), StreamFaults.class);
        var newHttp = request.has("http") ? rules(request.path("http")) : reset ? List.<Rule>of() : http;
        switches = newSwitches;
        stream = newStream;
        http = newHttp;
    }

    /** What strikes this call, if anything. Counts. */
    Optional<HttpFault> strike(String path) {
        var parsed = PathContainer.parsePath(path);
        return http.stream().filter(rule -> rule.strikes(parsed)).findFirst().map(rule -> rule.fault);
    }

    ObjectNode view() {
        var view = Json.object();
        view.set("switches", Json.MAPPER.valueToTree(switches));
        view.set("stream", Json.MAPPER.valueToTree(stream));
        var rules = view.putArray("http");
        for (var rule : http) {
            ObjectNode node = Json.MAPPER.valueToTree(rule.fault);
            rules.add(node.put("struck", rule.struck));
        }
        return view;
    }

    private static <T> T merged(T old, JsonNode changes, Class<T> type) {
        ObjectNode all = Json.MAPPER.valueToTree(old);
        changes.properties().forEach(change -> all.set(change.getKey(), change.getValue()));
        return STRICT.convertValue(all, type);
    }

    private static List<Rule> rules(JsonNode list) {
        var rules = new ArrayList<Rule>();
        list.forEach(node -> rules.add(new Rule(STRICT.convertValue(node, HttpFault.class))));
        return List.copyOf(rules);
    }

    private static final class Rule {
        private final HttpFault fault;
        private final PathPattern pattern;
        private final Random dice;
        private int matched;
        private volatile int struck;

        Rule(HttpFault fault) {
            this.fault = fault;
            this.pattern = PathPatternParser.defaultInstance.parse(fault.path());
            this.dice = new Random(fault.seed());
        }

        synchronized boolean strikes(PathContainer path) {
            if (!pattern.matches(path) || matched++ < fault.skip() || isUsedUp()) {
                return false;
            }
            if (dice.nextDouble() >= fault.probability()) {
                return false;
            }
            struck++;
            return true;
        }

        private boolean isUsedUp() {
            return fault.count() != null && struck >= fault.count();
        }
    }
}
