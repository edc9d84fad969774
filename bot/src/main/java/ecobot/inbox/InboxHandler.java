package ecobot.inbox;

/** What is done with a message. One bean implements it. */
public interface InboxHandler {

    /**
     * Handles one message inside the transaction that marks it as done. It runs once for every message that was accepted, in order within
     * (conversation, sender). It must not call out to other systems.
     *
     * @param item the message
     * @throws RuntimeException rolls everything back; it is tried again, and given up after a few attempts
     */
    void handle(InboxItem item);

    /**
     * Called in a transaction of its own when a message was given up, so that its sender hears of it.
     *
     * @param errorCode the short code that the operator finds in the log
     */
    void givenUp(InboxItem item, String errorCode);
}
