package ecobot.outbox;

import ecobot.database.AfterCommit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

@Component
class DatabaseOutbox implements Outbox {

    private static final int ROWS_PER_INSERT = 50;

    private final OutboxMapper outbox;
    private final HeldMapper held;
    private final PostNumbers posts;
    private final StoredTargets targets;
    private final Burden burden;
    private final Dispatcher dispatcher;
    private final Clock machineClock;

    DatabaseOutbox(
            OutboxMapper outbox,
            HeldMapper held,
            PostNumbers posts,
            StoredTargets targets,
            Burden burden,
            Dispatcher dispatcher,
            @Qualifier("machineClock") Clock machineClock) {
        this.outbox = outbox;
        this.held = held;
        this.posts = posts;
        this.targets = targets;
        this.burden = burden;
        this.dispatcher = dispatcher;
        this.machineClock = machineClock;
    }

    @Override
    public boolean enqueue(Outgoing message) {
        var parts = Splitter.split(message);
        return enqueuePart(parts.get(0))
                && parts.subList(1, parts.size()).stream().allMatch(this::enqueuePart);
    }

    private boolean enqueuePart(Outgoing message) {
        var row = StoredOutgoing.of(message, machineClock.instant());
        var post = posts.of(message).orElse(null);
        try {
            store(row, post);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private void store(StoredOutgoing row, @Nullable Long post) {
        if (isLost(row)) {
            held.insertFailed(row, post, Targets.STOPPED);
            return;
        }
        var until = heldUntil(row);
        if (until.isPresent()) {
            held.insert(row, post, until.get());
        } else {
            outbox.insert(row, post);
            nudge(row);
        }
    }

    @Override
    public void enqueueAll(List<Outgoing> messages) {
        var now = machineClock.instant();
        var parts = messages.stream()
                .flatMap(message -> Splitter.split(message).stream())
                .toList();
        var numbers = posts.of(parts);
        var rows = parts.stream().map(message -> row(message, numbers, now)).toList();
        for (int from = 0; from < rows.size(); from += ROWS_PER_INSERT) {
            held.insertAll(rows.subList(from, Math.min(rows.size(), from + ROWS_PER_INSERT)));
        }
        rows.stream().filter(row -> row.openLane() != null).forEach(row -> nudge(row.message()));
    }

    private HeldMapper.NewRow row(Outgoing message, Map<String, Long> numbers, Instant now) {
        var row = StoredOutgoing.of(message, now);
        var post = PostKey.of(message).map(numbers::get).orElse(null);
        return isLost(row)
                ? new HeldMapper.NewRow(row, post, null, Targets.STOPPED)
                : new HeldMapper.NewRow(row, post, heldUntil(row).orElse(null), null);
    }

    /** Whether its target is stopped. Who is answered has just been heard, whatever is known here. */
    private boolean isLost(StoredOutgoing row) {
        return row.kind() != Outgoing.Kind.REPLY && targets.isStopped(row.lane());
    }

    private Optional<Instant> heldUntil(StoredOutgoing row) {
        return burden.heldUntil(
                row.kind(), row.target() == StoredOutgoing.TargetType.GROUP, row.lane(), row.messageKey());
    }

    private void nudge(StoredOutgoing row) {
        AfterCommit.run(() -> dispatcher.nudge(row.lane(), row.kind()));
    }
}
