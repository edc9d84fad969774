package ecobot.dingtalk;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The platform's JSON as trees: fields come, go and change their spelling, so nothing is bound to classes. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    /**
     * Reads an object.
     *
     * @throws NotJson when it is anything else
     */
    static ObjectNode object(String text) throws NotJson {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new NotJson();
        }
        throw new NotJson();
    }

    static ObjectNode object(byte[] text) throws NotJson {
        return object(new String(text, StandardCharsets.UTF_8));
    }

    static ObjectNode newObject() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The field as text, numbers and booleans included; null when it is missing, null or not a plain value. */
    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() || !value.isValueNode() ? null : value.asString();
    }

    /** The field as text; {@code otherwise} when it is missing. */
    static String text(JsonNode node, String field, String otherwise) {
        String value = text(node, field);
        return value == null ? otherwise : value;
    }

    /** The field as a whole number, also when it is written as text; {@code otherwise} when it is none. */
    static long number(JsonNode node, String field, long otherwise) {
        JsonNode value = node.get(field);
        return value == null ? otherwise : value.asLong(otherwise);
    }

    /** What was read is no JSON object. Says nothing of the text: it may hold secrets. */
    static final class NotJson extends Exception {
        NotJson() {
            super("not a JSON object");
        }
    }
}
