package ecobot.sandbox;

import ecobot.sandbox.Entry.Said;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entries in people's calendars. Each state of one is a line in the person's private chat, which is where it is rebuilt from. A token answers the
 * event that it made, without the platform's end after a day.
 */
final class DayEvents {

    static final String CHANNEL = "calendar";

    private static final String TOKEN = "clientToken";

    private final Map<String, ObjectNode> byId = new HashMap<>();

    /** Takes a state from the journal. */
    void add(Said said) {
        if (said.channel().equals(CHANNEL) && Json.tree(said.raw()) instanceof ObjectNode event) {
            put(event);
        }
    }

    synchronized void put(ObjectNode event) {
        byId.put(Json.text(event, "id"), event);
    }

    /** One that was not taken out. */
    synchronized Optional<ObjectNode> event(String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(event -> !event.path("deleted").asBoolean());
    }

    synchronized Optional<ObjectNode> madeWith(String token) {
        return token.isEmpty()
                ? Optional.empty()
                : byId.values().stream()
                        .filter(event -> Json.text(event, TOKEN).equals(token))
                        .findFirst();
    }
}
