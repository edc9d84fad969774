package ecobot.sandbox;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The stand-in's own JSON, so that the application's settings never change what goes over the wire. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Reads an object. */
    static ObjectNode object(byte[] text) throws NotAnObject {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new NotAnObject(e);
        }
        throw new NotAnObject(null);
    }

    /** Reads text that this program wrote. */
    static JsonNode tree(String text) {
        return MAPPER.readTree(text);
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The field as text; empty when it is missing, null or no scalar. */
    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    /** A copy of {@code old} in which those of {@code fields} that {@code changes} has are as it has them. */
    static ObjectNode changed(ObjectNode old, ObjectNode changes, List<String> fields) {
        var changed = old.deepCopy();
        fields.stream().filter(changes::has).forEach(field -> changed.set(field, changes.get(field)));
        return changed;
    }

    /** What was sent is not a JSON object. */
    static final class NotAnObject extends Exception {
        NotAnObject(@org.jspecify.annotations.Nullable Throwable cause) {
            super("not a JSON object", cause);
        }
    }
}
