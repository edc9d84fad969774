package ecobot.dingtalk;

import ecobot.outbox.Outgoing.Button;
import ecobot.outbox.Outgoing.Card;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a card shows, and what its buttons say when pressed. The words stay here: of a press only the button's id is believed.
 *
 * @param params variables of the template
 * @param says what each button makes the person say, in order
 */
record CardState(Map<String, String> params, List<String> says) {

    static final int BUTTONS = 3;

    /** The platform's limit for a variable, in bytes of UTF-8. */
    static final int MAX_BYTES = 1024;

    static CardState of(Card card) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("title", card.title());
        params.put("text", card.text());
        List<Button> buttons = card.buttons();
        for (int i = 0; i < BUTTONS; i++) {
            params.put("b" + (i + 1), i < buttons.size() ? buttons.get(i).label() : "");
        }
        return new CardState(params, buttons.stream().map(Button::says).toList());
    }

    boolean fits() {
        return says.size() <= BUTTONS
                && params.values().stream()
                        .allMatch(value -> value.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES);
    }

    /** What the button of this id says; empty when there is none, or none any more. */
    Optional<String> says(String actionId) {
        return actionId.matches("b[1-3]")
                ? says.stream().skip(actionId.charAt(1) - '1').findFirst()
                : Optional.empty();
    }

    String json() {
        ObjectNode json = Json.newObject();
        ObjectNode variables = json.putObject("params");
        params.forEach(variables::put);
        ArrayNode words = json.putArray("says");
        says.forEach(words::add);
        return json.toString();
    }

    static CardState read(String json) {
        try {
            ObjectNode node = Json.object(json);
            Map<String, String> params = new LinkedHashMap<>();
            node.path("params")
                    .properties()
                    .forEach(each -> params.put(each.getKey(), each.getValue().asString()));
            List<String> says = new ArrayList<>();
            for (JsonNode words : node.path("says")) {
                says.add(words.asString());
            }
            return new CardState(params, says);
        } catch (Json.NotJson e) {
            throw new IllegalStateException("a card was kept that cannot be read", e);
        }
    }
}
