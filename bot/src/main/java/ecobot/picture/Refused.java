package ecobot.picture;

import java.io.Serial;

/** Ends the reading of a picture; turned into a value at the room's door. */
final class Refused extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Refusal why;

    Refused(Refusal why) {
        super(why.name());
        this.why = why;
    }

    Refused(Refusal why, Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    Refusal why() {
        return why;
    }
}
