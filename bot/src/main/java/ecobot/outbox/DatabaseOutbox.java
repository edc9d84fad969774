package ecobot.outbox;

import ecobot.database.AfterCommit;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

@Component
class DatabaseOutbox implements Outbox {

    private final OutboxMapper outbox;
    private final Dispatcher dispatcher;
    private final Clock machineClock;

    DatabaseOutbox(OutboxMapper outbox, Dispatcher dispatcher, @Qualifier("machineClock") Clock machineClock) {
        this.outbox = outbox;
        this.dispatcher = dispatcher;
        this.machineClock = machineClock;
    }

    @Override
    public boolean enqueue(Outgoing message) {
        try {
            outbox.insert(StoredOutgoing.of(message, machineClock.instant()));
        } catch (DuplicateKeyException e) {
            return false;
        }
        AfterCommit.run(() -> dispatcher.nudge(message.target().lane(), message.kind()));
        return true;
    }
}
