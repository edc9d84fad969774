package ecobot.outbox;

import java.util.List;

/** The door for everything that leaves. */
public interface Outbox {

    /**
     * Stores a message in the caller's transaction; it leaves after the commit, without waiting for a poll. A planned post waits for the end of
     * quiet hours, and for another day when its group has had enough.
     *
     * @return false when a message of this key was stored before; nothing is changed then
     */
    boolean enqueue(Outgoing message);

    /** Stores many messages at once, for a post to hundreds of groups and people. Those whose key was stored before change nothing. */
    void enqueueAll(List<Outgoing> messages);
}
