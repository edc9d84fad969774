package ecobot.sandbox;

import ecobot.sandbox.Entry.Delivery;
import ecobot.sandbox.Entry.Said;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was said in which conversation. Every message is a line of the journal before anybody sees it. Thread-safe. */
final class Chat {

    private final Journal journal;
    private final Clock clock;
    private final Consumer<Said> listener;
    private final Map<String, List<Said>> conversations = new HashMap<>();
    private final Map<String, Said> byId = new HashMap<>();
    private final Map<String, List<Said>> byKey = new HashMap<>();
    private final Set<String> recalled = new HashSet<>();
    /** Up to which message, by conversation and person. */
    private final Map<String, Map<String, Long>> readUpTo = new HashMap<>();

    private long seq;

    Chat(Journal journal, Clock clock, Consumer<Said> listener) {
        this.journal = journal;
        this.clock = clock;
        this.listener = listener;
    }

    /** What a message says, before it has a number. */
    record Draft(
            String conversation,
            String from,
            String msgtype,
            @Nullable String title,
            String text,
            List<String> mediaIds,
            List<String> atUserIds,
            String channel,
            String raw,
            @Nullable String processQueryKey) {}

    Said say(Draft draft) {
        return say(newId(), clock.instant(), draft, null);
    }

    /**
     * Adds a message.
     *
     * @param at when it is said to have been sent
     * @param delivery which robot is owed it
     */
    Said say(String msgId, Instant at, Draft draft, @Nullable Delivery delivery) {
        Said said;
        synchronized (this) {
            said = new Said(
                    at,
                    seq + 1,
                    msgId,
                    draft.conversation(),
                    draft.from(),
                    draft.msgtype(),
                    draft.title(),
                    draft.text(),
                    draft.mediaIds(),
                    draft.atUserIds(),
                    draft.channel(),
                    draft.raw(),
                    delivery,
                    draft.processQueryKey());
            journal.append(said);
            add(said);
        }
        listener.accept(said);
        return said;
    }

    /** Takes a message from the journal. */
    synchronized void add(Said said) {
        seq = Math.max(seq, said.seq());
        conversations
                .computeIfAbsent(said.conversation(), id -> new ArrayList<>())
                .add(said);
        byId.put(said.msgId(), said);
        if (said.processQueryKey() != null) {
            byKey.computeIfAbsent(said.processQueryKey(), key -> new ArrayList<>(1))
                    .add(said);
        }
    }

    /** Messages of a conversation after a number, in order. */
    synchronized List<Said> after(String conversation, long after) {
        var all = conversations.getOrDefault(conversation, List.of());
        var from = all.size();
        while (from > 0 && all.get(from - 1).seq() > after) {
            from--;
        }
        return List.copyOf(all.subList(from, all.size()));
    }

    synchronized Optional<Said> message(String msgId) {
        return Optional.ofNullable(byId.get(msgId));
    }

    /** The messages of one call of an app robot: one in a group, one for each person otherwise. */
    synchronized List<Said> sentWith(String processQueryKey) {
        return List.copyOf(byKey.getOrDefault(processQueryKey, List.of()));
    }

    /**
     * Takes back what one call sent.
     *
     * @return false when it was taken back before
     */
    synchronized boolean recall(String processQueryKey) {
        if (!recalled.add(processQueryKey)) {
            return false;
        }
        journal.append(new Entry.Recalled(clock.instant(), processQueryKey));
        return true;
    }

    /** Takes a recall from the journal. */
    synchronized void addRecalled(String processQueryKey) {
        recalled.add(processQueryKey);
    }

    synchronized boolean isRecalled(@Nullable String processQueryKey) {
        return processQueryKey != null && recalled.contains(processQueryKey);
    }

    /**
     * A person reads a conversation up to a message.
     *
     * @return the messages of app robots that the person had not read before
     */
    synchronized List<Said> read(String conversation, String staffId, long seq) {
        long before = readUpTo.getOrDefault(conversation, Map.of()).getOrDefault(staffId, 0L);
        if (seq <= before) {
            return List.of();
        }
        var read = new Entry.Read(clock.instant(), conversation, staffId, seq);
        journal.append(read);
        addRead(read);
        return after(conversation, before).stream()
                .filter(said -> said.seq() <= seq && said.processQueryKey() != null)
                .toList();
    }

    /** Takes a reading from the journal. */
    synchronized void addRead(Entry.Read read) {
        readUpTo.computeIfAbsent(read.conversation(), id -> new HashMap<>())
                .merge(read.staffId(), read.seq(), Math::max);
    }

    /** Who has read up to a message, or wrote after it and has therefore read it. */
    synchronized List<String> readersOf(Said said) {
        var wrote = after(said.conversation(), said.seq()).stream()
                .filter(later -> later.channel().equals("user"))
                .map(Said::from);
        var read = readUpTo.getOrDefault(said.conversation(), Map.of()).entrySet().stream()
                .filter(upTo -> upTo.getValue() >= said.seq())
                .map(Map.Entry::getKey);
        return Stream.concat(wrote, read).distinct().sorted().toList();
    }

    static String newId() {
        return "msg" + UUID.randomUUID().toString().replace("-", "");
    }
}
