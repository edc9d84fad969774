package ecobot.dingtalk;

import java.time.Duration;

/**
 * What a failed call means for whoever made it.
 *
 * @param reason a stable word; never the platform's text, which may repeat what was sent
 * @param delay how long to wait at least before trying again; zero where that is no question
 */
record Fault(Remedy remedy, String reason, Duration delay) {

    /** What to do about it. */
    enum Remedy {
        /** Nothing happened: the platform turned it away this time. Try again later. */
        RETRY,
        /** Nothing happened, and the call is not to blame: nobody there, no token, too fast. Try again later, as often as it takes. */
        LATER,
        /** Nothing was sent, for an upload goes on that has to end before. Look again then. */
        GOES_ON,
        /** Nothing was sent, for an upload came to nothing, which may have been charged. Try again later, a few times. */
        FRUITLESS,
        /** Nothing happened, and never will. */
        REFUSED,
        /** Nothing happened, and nothing will in this group: it is gone, or the robot was removed from it. */
        TARGET_GONE,
        /** It may have happened. */
        UNKNOWN,
        /** Nothing happened: the token is stale. Fetch one and try once more. */
        NEW_TOKEN,
        /** Nothing happened: the reply address is dead. The Open API may still reach the conversation. */
        USE_API,
        /** Nothing happened: this webhook was used too often. Leave it alone for a while. */
        BANNED,
        /** Nothing happened: the platform answers nobody at this address. Pause everything. */
        PUNISHED,
        /** Nothing happened: the month's quota is gone. */
        QUOTA
    }

    /**
     * Whether the platform charges the call to the month: what it turned away for speed, token or quota costs nothing, what it understood and refused
     * does. A call in doubt is taken for charged: the month must not end before we think it does.
     */
    boolean isCharged() {
        return switch (remedy) {
            case REFUSED, TARGET_GONE, UNKNOWN, FRUITLESS -> true;
            case RETRY, LATER, GOES_ON, USE_API, NEW_TOKEN, BANNED, PUNISHED, QUOTA -> false;
        };
    }

    /** The same fault, to be tried again after another delay. */
    Fault after(Duration otherDelay) {
        return new Fault(remedy, reason, otherDelay);
    }

    /** The same fault of a call that sends nothing to anybody, so that doing it twice is harmless. */
    Fault ofHarmlessCall() {
        return remedy == Remedy.UNKNOWN ? new Fault(Remedy.LATER, reason, Faults.SOON) : this;
    }
}
