package ecobot.outbox;

import java.util.Collection;
import java.util.List;

/** What became of messages to groups, for those who want to know who reads them. */
public interface SentMessages {

    /** Those of the messages that the app's robot sent, or that were taken back; the others wait, failed, or went another way. */
    List<Sent> of(Collection<String> keys);

    /**
     * A message.
     *
     * @param platformId the platform's key of it; empty when it was stopped before it left
     * @param takenBack whether it is there no more
     */
    record Sent(String messageKey, String platformId, boolean takenBack) {}
}
