package ecobot.sandbox;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The todos of the stand-in. */
final class Todos extends Belongings {

    Todos(Chat chat) {
        super(chat, "todo");
    }

    Optional<ObjectNode> source(String sourceId) {
        return bearing("sourceId", sourceId);
    }
}
