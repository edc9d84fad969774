package ecobot.sandbox;

import ecobot.sandbox.Entry.Said;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The cards of the stand-in: where each stands, and what its variables are now. Rebuilt from the journal. */
final class Cards {

    static final String CHANNEL = "card";

    private final Map<String, Said> places = new HashMap<>();
    private final Map<String, ObjectNode> params = new HashMap<>();

    /** Takes a card from the journal, or a new one. */
    synchronized void add(Said said) {
        if (said.channel().equals(CHANNEL)) {
            var card = Json.tree(said.raw());
            places.put(Json.text(card, "outTrackId"), said);
            params.put(Json.text(card, "outTrackId"), (ObjectNode) card.path("params"));
        }
    }

    /** Says what a card shows from now on. */
    synchronized void set(String outTrackId, String json) {
        params.put(outTrackId, (ObjectNode) Json.tree(json));
    }

    /** The message by which a card was put where it is. */
    synchronized Optional<Said> place(String outTrackId) {
        return Optional.ofNullable(places.get(outTrackId));
    }

    synchronized ObjectNode params(String outTrackId) {
        return params.getOrDefault(outTrackId, Json.object());
    }

    /** A message as it is to be seen: of a card, what it shows now. */
    synchronized Said asNow(Said said) {
        if (!said.channel().equals(CHANNEL)) {
            return said;
        }
        var raw = (ObjectNode) Json.tree(said.raw());
        var now = params(Json.text(raw, "outTrackId"));
        raw.set("params", now);
        return new Said(
                said.at(),
                said.seq(),
                said.msgId(),
                said.conversation(),
                said.from(),
                said.msgtype(),
                Json.text(now, "title"),
                Json.text(now, "text"),
                said.mediaIds(),
                said.atUserIds(),
                said.channel(),
                Json.text(raw),
                said.delivery(),
                said.processQueryKey());
    }
}
