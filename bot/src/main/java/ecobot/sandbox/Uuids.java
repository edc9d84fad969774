package ecobot.sandbox;

import ecobot.sandbox.Entry.Said;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The {@code msgUuid}s that custom robots have used: the same again is answered like the first and posted once. */
final class Uuids {

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** Whether a robot uses this one for the first time. */
    boolean isNew(String robot, String msgUuid) {
        return seen.add(robot + " " + msgUuid);
    }

    /** Takes a message from the journal. */
    void add(Said said) {
        if (said.channel().equals("custom-robot")) {
            var uuid = Json.text(Json.tree(said.raw()), "msgUuid");
            if (!uuid.isEmpty()) {
                isNew(said.from(), uuid);
            }
        }
    }
}
