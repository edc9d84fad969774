package ecobot.inbox;

import java.util.concurrent.CompletableFuture;

/** The door for messages. */
public interface Inbox {

    /**
     * Takes one message in. Messages that arrive together are committed together. A message that is there already
     * completes like a new one.
     *
     * @return completes after the commit, and exceptionally when nothing was stored: then the platform must not be told
     *     that the message arrived
     */
    CompletableFuture<Void> accept(IncomingMessage message);
}
