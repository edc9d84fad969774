package ecobot.outbox;

/** The door for everything that leaves. */
public interface Outbox {

    /**
     * Stores a message in the caller's transaction; it leaves after the commit, without waiting for a poll.
     *
     * @return false when a message of this key was stored before; nothing is changed then
     */
    boolean enqueue(Outgoing message);
}
