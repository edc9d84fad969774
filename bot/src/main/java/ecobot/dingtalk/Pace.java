package ecobot.dingtalk;

/** Keeps Open API calls within the app's allowance per second. */
interface Pace {

    /** Waits for the caller's turn. */
    void await() throws InterruptedException;
}
