package ecobot.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads what was sent to the new API. */
final class Bodies {

    private Bodies() {}

    /** The JSON object; refused in the platform's words when it is none. */
    static ObjectNode json(byte @Nullable [] body) {
        try {
            return Json.object(body == null ? new byte[0] : body);
        } catch (Json.NotAnObject e) {
            throw PlatformError.bad("InvalidParameter.body");
        }
    }
}
