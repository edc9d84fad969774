package ecobot.dingtalk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the stream is.
 *
 * @param since when this state began, by the machine's clock
 * @param reason a stable word for why it is not connected; null when it is
 */
record ConnectionStatus(
        State state, Instant since, @Nullable String reason) {

    /** States of the stream. */
    enum State {
        /** Not started, or stopped. */
        OFF,
        /** On its way, for the first time or again. */
        CONNECTING,
        CONNECTED,
        /** The platform says no; it is asked again from time to time. */
        REFUSED
    }

    boolean connected() {
        return state == State.CONNECTED;
    }
}
