package ecobot.issue;

import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import java.util.ArrayList;
import java.util.List;

/** An outbox that only writes down. */
final class RecordingOutbox implements Outbox {

    final List<Outgoing> stored = new ArrayList<>();

    @Override
    public boolean enqueue(Outgoing message) {
        return stored.add(message);
    }

    @Override
    public void enqueueAll(List<Outgoing> messages) {
        stored.addAll(messages);
    }
}
