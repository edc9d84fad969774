package ecobot.inbox;

import ecobot.media.Media;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores messages, and wishes for their photos, in one transaction for all of a batch. What was stored before is found by reading, not by
 * the unique key alone: a repeated delivery then waits for nobody's lock and costs no commit.
 */
@Component
class InboxWriter {

    private final InboxMapper inbox;
    private final Media media;
    private final Clock clock;
    private final Clock machineClock;
    private final TransactionTemplate transaction;
    private final Counter accepted;
    private final Counter duplicates;

    InboxWriter(
            InboxMapper inbox,
            Media media,
            Clock clock,
            @Qualifier("machineClock") Clock machineClock,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.media = media;
        this.clock = clock;
        this.machineClock = machineClock;
        this.transaction = new TransactionTemplate(transactions);
        this.accepted = meters.counter("ecobot.inbox.accepted");
        this.duplicates = meters.counter("ecobot.inbox.duplicate");
    }

    /** Stores what is new among {@code messages}; all or nothing. */
    void store(Collection<IncomingMessage> messages) {
        Map<Key, IncomingMessage> distinct = messages.stream()
                .collect(Collectors.toMap(Key::of, message -> message, (first, again) -> first, LinkedHashMap::new));
        int stored = transaction.execute(status -> insertNew(distinct));
        accepted.increment(stored);
        duplicates.increment(messages.size() - stored);
    }

    private int insertNew(Map<Key, IncomingMessage> messages) {
        messages.keySet().removeAll(known(messages.keySet()));
        if (messages.isEmpty()) {
            return 0;
        }
        Instant receivedAt = clock.instant();
        Instant storedAt = machineClock.instant();
        inbox.insert(messages.values().stream()
                .map(message -> StoredMessage.of(message, receivedAt, storedAt))
                .toList());
        media.wantAll(messages.values().stream().flatMap(InboxWriter::files).toList());
        return messages.size();
    }

    private Set<Key> known(Set<Key> keys) {
        return keys.stream()
                .collect(Collectors.groupingBy(Key::robotCode, Collectors.mapping(Key::msgId, Collectors.toList())))
                .entrySet()
                .stream()
                .flatMap(robot -> inbox.known(robot.getKey(), robot.getValue()).stream()
                        .map(msgId -> new Key(robot.getKey(), msgId)))
                .collect(Collectors.toSet());
    }

    private static Stream<Media.Wanted> files(IncomingMessage message) {
        Stream<String> quoted = message.quoted() == null ? Stream.of() : message.quoted().photos().stream();
        Stream<String> files = message.files().stream().map(IncomingMessage.SentFile::downloadCode);
        return Stream.concat(
                Stream.concat(message.photos().stream(), quoted)
                        .map(code -> new Media.Wanted(message.robotCode(), code, true)),
                files.map(code -> new Media.Wanted(message.robotCode(), code)));
    }

    /** What makes a message one. */
    private record Key(String robotCode, String msgId) {
        static Key of(IncomingMessage message) {
            return new Key(message.robotCode(), message.msgId());
        }
    }
}
