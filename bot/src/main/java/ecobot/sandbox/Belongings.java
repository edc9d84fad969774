package ecobot.sandbox;

import ecobot.sandbox.Entry.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What people have beside their messages. Each state of a thing is a line in its owner's private chat, which is where all is rebuilt from. */
abstract class Belongings {

    private final Chat chat;
    private final String channel;
    private final Map<String, ObjectNode> byId = new HashMap<>();

    /** @param channel how the lines are told from other ones */
    Belongings(Chat chat, String channel) {
        this.chat = chat;
        this.channel = channel;
    }

    /** Takes a state from the journal. */
    void add(Said said) {
        if (said.channel().equals(channel) && Json.tree(said.raw()) instanceof ObjectNode thing) {
            put(thing);
        }
    }

    /** Gives a thing a new state, and shows it to its owner as {@code words}. */
    void show(String staffId, ObjectNode thing, String words) {
        put(thing);
        chat.say(new Chat.Draft(
                People.PRIVATE + staffId,
                Apps.BOT,
                channel,
                words,
                words,
                List.of(),
                List.of(),
                channel,
                Json.text(thing),
                null));
    }

    private synchronized void put(ObjectNode thing) {
        byId.put(Json.text(thing, "id"), thing);
    }

    final synchronized Optional<ObjectNode> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** One whose {@code field} says that; an empty value says nothing. */
    final synchronized Optional<ObjectNode> bearing(String field, String value) {
        return byId.values().stream()
                .filter(thing -> !value.isEmpty() && Json.text(thing, field).equals(value))
                .findFirst();
    }
}
