package ecobot.dingtalk;

import java.time.Duration;
import java.util.Optional;

/** Keeps Open API calls within the app's allowance per second. */
interface Pace {

    /**
     * Waits for the caller's turn.
     *
     * @return empty, at once, when it would come later than after {@code longest}; nothing of the allowance is used up then
     */
    Optional<Turn> await(Duration longest) throws InterruptedException;

    /** A turn that has come. */
    interface Turn {

        /** Says that the call was answered, or given up: not later than that it was counted. Never fails. */
        void over();
    }
}
