package ecobot.sandbox;

import ecobot.sandbox.Entry.Said;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The todos of the stand-in. Each state of one is a line in the person's private chat, which is where it is rebuilt from. */
final class Todos {

    static final String CHANNEL = "todo";

    private final Map<String, ObjectNode> byTask = new HashMap<>();

    /** Takes a state from the journal. */
    void add(Said said) {
        if (said.channel().equals(CHANNEL) && Json.tree(said.raw()) instanceof ObjectNode todo) {
            put(todo);
        }
    }

    synchronized void put(ObjectNode todo) {
        byTask.put(Json.text(todo, "id"), todo);
    }

    synchronized Optional<ObjectNode> task(String id) {
        return Optional.ofNullable(byTask.get(id));
    }

    synchronized Optional<ObjectNode> source(String sourceId) {
        return byTask.values().stream()
                .filter(todo -> Json.text(todo, "sourceId").equals(sourceId))
                .findFirst();
    }
}
