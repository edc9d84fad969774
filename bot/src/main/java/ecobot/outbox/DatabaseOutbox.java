package ecobot.outbox;

import ecobot.database.AfterCommit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

@Component
class DatabaseOutbox implements Outbox {

    private static final int ROWS_PER_INSERT = 50;

    private final OutboxMapper outbox;
    private final HeldMapper held;
    private final PostNumbers posts;
    private final Burden burden;
    private final Dispatcher dispatcher;
    private final Clock machineClock;

    DatabaseOutbox(
            OutboxMapper outbox,
            HeldMapper held,
            PostNumbers posts,
            Burden burden,
            Dispatcher dispatcher,
            @Qualifier("machineClock") Clock machineClock) {
        this.outbox = outbox;
        this.held = held;
        this.posts = posts;
        this.burden = burden;
        this.dispatcher = dispatcher;
        this.machineClock = machineClock;
    }

    @Override
    public boolean enqueue(Outgoing message) {
        var row = StoredOutgoing.of(message, machineClock.instant());
        var until = heldUntil(row);
        var post = posts.of(message).orElse(null);
        try {
            until.ifPresentOrElse(time -> held.insert(row, post, time), () -> outbox.insert(row, post));
        } catch (DuplicateKeyException e) {
            return false;
        }
        if (until.isEmpty()) {
            nudge(row);
        }
        return true;
    }

    @Override
    public void enqueueAll(List<Outgoing> messages) {
        var now = machineClock.instant();
        var numbers = posts.of(messages);
        var rows = messages.stream().map(message -> row(message, numbers, now)).toList();
        for (int from = 0; from < rows.size(); from += ROWS_PER_INSERT) {
            held.insertAll(rows.subList(from, Math.min(rows.size(), from + ROWS_PER_INSERT)));
        }
        rows.stream().filter(row -> row.until() == null).forEach(row -> nudge(row.message()));
    }

    private HeldMapper.NewRow row(Outgoing message, Map<String, Long> numbers, Instant now) {
        var row = StoredOutgoing.of(message, now);
        var post = PostKey.of(message).map(numbers::get).orElse(null);
        return new HeldMapper.NewRow(row, post, heldUntil(row).orElse(null));
    }

    private Optional<Instant> heldUntil(StoredOutgoing row) {
        return burden.heldUntil(
                row.kind(), row.target() == StoredOutgoing.TargetType.GROUP, row.lane(), row.messageKey());
    }

    private void nudge(StoredOutgoing row) {
        AfterCommit.run(() -> dispatcher.nudge(row.lane(), row.kind()));
    }
}
