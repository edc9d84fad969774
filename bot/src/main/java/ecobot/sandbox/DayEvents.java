package ecobot.sandbox;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The entries in people's calendars. A token answers the event that it made, without the platform's end after a day. */
final class DayEvents extends Belongings {

    DayEvents(Chat chat) {
        super(chat, "calendar");
    }

    /** One that was not taken out. */
    Optional<ObjectNode> event(String id) {
        return byId(id).filter(event -> !event.path("deleted").asBoolean());
    }

    Optional<ObjectNode> madeWith(String token) {
        return bearing("clientToken", token);
    }
}
