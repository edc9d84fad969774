package ecobot.dingtalk;

/** Keeps Open API calls within the app's allowance per second. */
interface Pace {

    /** Waits for the caller's turn. */
    Turn await() throws InterruptedException;

    /** A turn that has come. */
    interface Turn {

        /** Says that the call was answered, or given up: not later than that it was counted. Never fails. */
        void over();
    }
}
