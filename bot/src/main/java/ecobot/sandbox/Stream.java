package ecobot.sandbox;

import ecobot.sandbox.Entry.Delivery;
import ecobot.sandbox.Entry.Said;
import ecobot.sandbox.Quota.Meter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What robots are owed and over which connections they get it. A message waits until a connection of its client is there, goes over one that
 * is chosen at random, and is pushed again until it is acknowledged. Thread-safe.
 */
final class Stream {

    private final Journal journal;
    private final Clock clock;
    private final Clock machineClock;
    private final Faults faults;
    private final Quota quota;
    private final Frames frames;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final Map<Long, Owed> owed = new ConcurrentSkipListMap<>();
    private final Map<String, Long> seqByMessageId = new ConcurrentHashMap<>();

    Stream(Journal journal, Clock clock, Clock machineClock, Faults faults, Quota quota) {
        this.journal = journal;
        this.clock = clock;
        this.machineClock = machineClock;
        this.faults = faults;
        this.quota = quota;
        this.frames = new Frames(clock);
    }

    /** Sees to it that the robot gets the message. */
    void deliver(Said said) {
        pushFirst(owe(said));
    }

    /** Notes a debt from the journal; it is paid once the client connects. */
    Owed owe(Said said) {
        var entry = new Owed(said, Objects.requireNonNull(said.delivery()));
        owed.put(said.seq(), entry);
        seqByMessageId.put(entry.delivery.messageId(), said.seq());
        return entry;
    }

    /** Strikes a debt out that the journal says was paid. */
    void settle(String messageId) {
        var seq = seqByMessageId.remove(messageId);
        if (seq != null) {
            owed.remove(seq);
        }
    }

    void opened(Connection connection) {
        connections.add(connection);
        journal.append(new Entry.Linked(clock.instant(), connection.id(), connection.client()));
        owed.values().stream()
                .filter(entry -> entry.delivery.client().equals(connection.client()))
                .forEach(this::pushFirst);
    }

    void closed(Connection connection, String reason) {
        connection.ended();
        if (connections.remove(connection)) {
            journal.append(new Entry.Unlinked(clock.instant(), connection.id(), connection.client(), reason));
        }
    }

    /** A client answered a frame. Anything but 200 counts as not taken. */
    void acknowledged(Connection connection, String messageId, int code) {
        if (!seqByMessageId.containsKey(messageId)) {
            return;
        }
        var ignored = faults.stream().ignoreAcks();
        journal.append(
                new Entry.Acked(clock.instant(), messageId, connection.client(), connection.id(), code, ignored));
        if (code == 200 && !ignored) {
            settle(messageId);
        }
    }

    /** Pushes again what was not acknowledged in time. */
    void resend() {
        var switches = faults.switches();
        var before = machineClock.instant().minusSeconds(switches.resendSeconds());
        for (var entry : owed.values()) {
            if (entry.attempts == 0) {
                pushFirst(entry);
            } else if (switches.resendUnacked() && !entry.pushedAt.isAfter(before)) {
                push(entry);
            }
        }
    }

    /**
     * Tells a client of a press, once: the platform does not come back to it.
     *
     * @return false when no connection of the client takes presses
     */
    boolean press(String client, ObjectNode press) {
        var takers = of(client).stream().filter(Connection::takesCards).toList();
        takers.stream().findAny().ifPresent(connection -> connection.send(frames.cardPress(press, connection)));
        return !takers.isEmpty();
    }

    /** Tells a client of something that happened, once, if it wants to know. Each costs quota. */
    void tell(String client, String eventType, ObjectNode data) {
        of(client).stream().filter(Connection::takesEvents).findAny().ifPresent(connection -> {
            quota.count(Meter.WEBHOOK_AND_STREAM);
            connection.send(frames.event(eventType, data, connection));
        });
    }

    void pingAll() {
        connections.forEach(connection -> connection.send(frames.ping(connection)));
    }

    /** Asks the clients to move; nothing more is delivered on their old connections. */
    List<Connection> disconnect(@Nullable String client) {
        var asked = of(client);
        asked.forEach(connection -> {
            connection.retire();
            connection.send(frames.disconnect(connection));
        });
        return asked;
    }

    /** Connections of a client, or all. */
    List<Connection> of(@Nullable String client) {
        return connections.stream()
                .filter(connection -> client == null || connection.client().equals(client))
                .toList();
    }

    /** How many messages of a client were pushed and not acknowledged. */
    long unacked(String client) {
        return count(client, 1, Integer.MAX_VALUE);
    }

    /** How many messages wait for a connection of a client. */
    long waiting(String client) {
        return count(client, 0, 0);
    }

    private long count(String client, int least, int most) {
        return owed.values().stream()
                .filter(entry -> entry.delivery.client().equals(client))
                .filter(entry -> entry.attempts >= least && entry.attempts <= most)
                .count();
    }

    private void pushFirst(Owed entry) {
        synchronized (entry) {
            if (entry.attempts == 0) {
                push(entry);
            }
        }
    }

    private void push(Owed entry) {
        synchronized (entry) {
            var candidates = candidates(entry);
            if (candidates.isEmpty()) {
                return;
            }
            if (entry.attempts == 0) {
                entry.overQuota = faults.switches().quotaEnforced() && quota.isUsedUp(Meter.WEBHOOK_AND_STREAM);
                quota.count(Meter.WEBHOOK_AND_STREAM);
            }
            entry.attempts++;
            entry.pushedAt = machineClock.instant();
            for (int copy = 0; copy < Math.max(1, faults.stream().copies()); copy++) {
                write(entry, candidates.get(faults.stream().acrossConnections() ? copy % candidates.size() : 0));
            }
        }
    }

    private void write(Owed entry, Connection connection) {
        entry.last = connection;
        journal.append(new Entry.Pushed(
                clock.instant(), entry.delivery.messageId(), connection.client(), connection.id(), entry.attempts));
        connection.send(frames.botMessage(entry.said, entry.delivery, connection, entry.overQuota));
        var dropAfter = faults.stream().dropAfterFrames();
        if (dropAfter > 0 && connection.nextFrame() % dropAfter == 0) {
            connection.dropAfterSending();
        }
    }

    /** Connections that may get it, shuffled; with the fault switched on, the one that had it last comes last. */
    private List<Connection> candidates(Owed entry) {
        var found = new ArrayList<Connection>(4);
        for (var connection : connections) {
            if (connection.client().equals(entry.delivery.client()) && connection.takesBotMessages()) {
                found.add(connection);
            }
        }
        if (found.size() > 1) {
            java.util.Collections.shuffle(found, ThreadLocalRandom.current());
            if (faults.stream().acrossConnections() && found.remove(entry.last)) {
                found.add(entry.last);
            }
        }
        return found;
    }

    /** A message that a robot has not acknowledged yet. */
    static final class Owed {
        private final Said said;
        private final Delivery delivery;
        private volatile int attempts;
        private volatile Instant pushedAt = Instant.MIN;
        private volatile @Nullable Connection last;
        private boolean overQuota;

        private Owed(Said said, Delivery delivery) {
            this.said = said;
            this.delivery = delivery;
        }
    }

    /** How long a client that was asked to move keeps its old connection. */
    static final Duration GRACE = Duration.ofSeconds(10);
}
