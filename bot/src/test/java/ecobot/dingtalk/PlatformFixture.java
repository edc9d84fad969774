package ecobot.dingtalk;

import ecobot.audit.Alarms;
import ecobot.calendar.WorkCalendar;
import ecobot.inbox.Inbox;
import ecobot.inbox.IncomingMessage;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The platform's room without the house around it. */
final class PlatformFixture {

    static final String SECRET = "secret-CANARY";
    static final Clock MACHINE = Clock.systemUTC();

    private PlatformFixture() {}

    /** Settings with the defaults of production but for {@code pairs} of name and value. */
    static DingTalkSettings settings(String... pairs) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put("ecobot.dingtalk." + pairs[i], pairs[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("ecobot.dingtalk", DingTalkSettings.class);
    }

    static DingTalkAccess access(URI base) {
        return new Access("client", SECRET, "robot", base, base);
    }

    record Access(String clientId, String clientSecret, String robotCode, URI apiBase, URI oapiBase)
            implements DingTalkAccess {
        @Override
        public Optional<CustomRobotKey> customRobot(String name) {
            return name.equals("bulletin")
                    ? Optional.of(new CustomRobotKey("robot-CANARY", "SEC-CANARY"))
                    : Optional.empty();
        }
    }

    /** As many slots as the platform gives, in memory. */
    static final class FakeSlots implements CustomRobotMapper {
        private final Map<Integer, Instant> freeAt = new HashMap<>();
        private final Map<String, Integer> slotOf = new HashMap<>();

        /** Forgets what was sent. */
        void free() {
            freeAt.clear();
        }

        @Override
        public void add(String robot, int slot, Instant at) {
            freeAt.putIfAbsent(slot, at);
        }

        @Override
        public int take(String robot, String holder, Instant now, Instant until) {
            return freeAt.keySet().stream()
                    .filter(slot -> !freeAt.get(slot).isAfter(now))
                    .findFirst()
                    .map(slot -> {
                        freeAt.put(slot, until);
                        slotOf.put(holder, slot);
                        return 1;
                    })
                    .orElse(0);
        }

        @Override
        public int hold(String robot, String holder, Instant until) {
            freeAt.put(slotOf.get(holder), until);
            return 1;
        }

        @Override
        public @Nullable Instant nextFreeAt(String robot) {
            return freeAt.values().stream().min(Comparator.naturalOrder()).orElse(null);
        }
    }

    static final class FakeAlarms implements Alarms {
        final List<String> everRaised = new CopyOnWriteArrayList<>();
        final Set<String> raised = new ConcurrentSkipListSet<>(Comparator.naturalOrder());

        @Override
        public void raise(String code, String detail) {
            everRaised.add(code);
            raised.add(code);
        }

        @Override
        public void clear(String code) {
            raised.remove(code);
        }

        @Override
        public List<Alarm> raised() {
            return raised.stream()
                    .map(code -> new Alarm(code, "", Instant.EPOCH, Instant.EPOCH, 1))
                    .toList();
        }
    }

    static final class FakeInbox implements Inbox {
        final List<IncomingMessage> accepted = new CopyOnWriteArrayList<>();
        volatile Function<IncomingMessage, CompletableFuture<Void>> storing =
                message -> CompletableFuture.completedFuture(null);

        @Override
        public CompletableFuture<Void> accept(IncomingMessage message) {
            accepted.add(message);
            return storing.apply(message);
        }
    }

    /** Which todos were made, in memory. */
    static final class FakeTodos implements TodoMapper {
        private final Map<String, Known> known = new HashMap<>();

        @Override
        public void begin(String sourceId, String unionId) {
            known.putIfAbsent(sourceId, new Known(unionId, null));
        }

        @Override
        public void made(String sourceId, String taskId) {
            known.computeIfPresent(sourceId, (id, old) -> new Known(old.unionId(), taskId));
        }

        @Override
        public @Nullable Known find(String sourceId) {
            return known.get(sourceId);
        }
    }

    /** Which events were made, in memory. */
    static final class FakeEvents implements EventMapper {
        private final Map<String, Known> known = new HashMap<>();

        @Override
        public void begin(String sourceId, String unionId, String clientToken) {
            known.putIfAbsent(sourceId, new Known(unionId, clientToken, null));
        }

        @Override
        public void made(String sourceId, String eventId) {
            known.computeIfPresent(sourceId, (id, old) -> new Known(old.unionId(), old.clientToken(), eventId));
        }

        @Override
        public void forget(String sourceId) {
            known.remove(sourceId);
        }

        @Override
        public @Nullable Known find(String sourceId) {
            return known.get(sourceId);
        }
    }

    /** What cards say, in memory. */
    static class FakeCards implements CardMapper {
        private final Map<String, Kept> kept = new HashMap<>();

        @Override
        public void keep(String trackId, long version, String content) {
            Kept old = kept.get(trackId);
            if (old == null || old.version() <= version) {
                kept.put(trackId, new Kept(version, content, old == null ? null : old.deliveredAt()));
            }
        }

        @Override
        public void delivered(String trackId, Instant at) {
            kept.computeIfPresent(trackId, (id, old) -> new Kept(old.version(), old.content(), at));
        }

        @Override
        public @Nullable Kept find(String trackId) {
            return kept.get(trackId);
        }
    }

    static final class FakeQuotaUse implements QuotaUseMapper {
        private final Map<QuotaMeter.Counter, Long> used = new EnumMap<>(QuotaMeter.Counter.class);

        @Override
        public void add(String month, QuotaMeter.Counter counter, long calls) {
            used.merge(counter, calls, Long::sum);
        }

        @Override
        public @Nullable Long used(String month, QuotaMeter.Counter counter) {
            return used.get(counter);
        }
    }

    static QuotaMeter quota(Alarms alarms, DingTalkSettings settings) {
        return new QuotaMeter(new FakeQuotaUse(), alarms, event -> {}, WorkCalendar.of(List.of()), MACHINE, settings);
    }
}
