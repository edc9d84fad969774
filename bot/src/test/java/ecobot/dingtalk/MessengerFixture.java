package ecobot.dingtalk;

import ecobot.calendar.SettableClock;
import ecobot.chat.Message;
import ecobot.chat.Templates;
import ecobot.media.Media;
import ecobot.outbox.Messenger.Attempt;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Plan;
import ecobot.outbox.Messenger.Result;
import ecobot.outbox.Outgoing;
import ecobot.roster.ListedRoster;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A messenger with everything behind it but the database. */
final class MessengerFixture {

    static final String HASH = "a".repeat(64);

    final URI base;
    byte[] content = {1, 2, 3};
    final SettableClock clock = new SettableClock(PlatformFixture.MACHINE);
    final PlatformFixture.FakeAlarms alarms = new PlatformFixture.FakeAlarms();
    final PlatformFixture.FakeSlots slots = new PlatformFixture.FakeSlots();
    final PlatformFixture.FakeCards cardRows = new PlatformFixture.FakeCards();
    final CardApi cardApi;
    final Cards cards;
    final TodoApi todoApi;
    final Todos todos;
    final CalendarApi calendarApi;
    final Calendars calendars;
    final Dings dings;
    final UnionIds unionIds;
    final QuotaMeter quota;
    final Tokens tokens;
    final OpenApi api;
    final AppRobot robot;
    final AppRobotReadLists readLists;
    final AppRobotRecall recall;
    final SessionWebhook webhook;
    final StreamConnector connector;
    final MediaUploads uploads;
    final DingTalkMediaSource source;
    final DingTalkMessenger messenger;

    MessengerFixture(URI base, String... pairs) {
        this.base = base;
        DingTalkSettings settings = PlatformFixture.settings(pairs);
        DingTalkAccess access = PlatformFixture.access(base);
        quota = PlatformFixture.quota(alarms, settings);
        Sdk sdk = new Sdk(access, settings);
        tokens = new Tokens(sdk, access, PlatformFixture.MACHINE, settings);
        api = new OpenApi(
                tokens,
                new CallPace(PaceRule.of(settings.callsPerSecond()), System::nanoTime),
                quota,
                PlatformFixture.MACHINE,
                settings);
        PlainHttp http = new PlainHttp(settings);
        robot = new AppRobot(api, sdk, access);
        readLists = new AppRobotReadLists(api, sdk, access);
        recall = new AppRobotRecall(api, sdk, access);
        source = new DingTalkMediaSource(robot, http, access);
        uploads = new MediaUploads(new FakeUploads(), new FakeMedia(), api, http, access, settings, clock);
        webhook = new SessionWebhook(http, new SessionUrls(access), settings, quota);
        connector = new StreamConnector(
                http,
                access,
                settings,
                frame -> CompletableFuture.failedFuture(new IllegalStateException("no frame is taken here")),
                new StreamFigures(PlatformFixture.MACHINE),
                tokens);
        ListedRoster roster = new ListedRoster();
        roster.groupWithRobot("cid-bulletin", "bulletin");
        roster.groupWithRobot("cid-closed", "no-key");
        cardApi = new CardApi(api, sdk, access, settings);
        cards = new Cards(cardApi, cardRows, roster, settings, clock, PlatformFixture.MACHINE);
        unionIds = new UnionIds(api, http, access, settings);
        todoApi = new TodoApi(api, sdk, settings);
        todos = new Todos(todoApi, unionIds, new PlatformFixture.FakeTodos(), PlatformFixture.MACHINE);
        calendarApi = new CalendarApi(api, sdk);
        calendars = new Calendars(calendarApi, unionIds, new PlatformFixture.FakeEvents(), PlatformFixture.MACHINE);
        dings = new Dings(robot, PlatformFixture.MACHINE);
        messenger = new DingTalkMessenger(
                new LetterWriter(new FakeTemplates(), uploads),
                webhook,
                robot,
                new CustomRobots(roster, access, webhook, new CustomRobotPace(slots, settings, clock), settings, clock),
                todos,
                cards,
                dings,
                calendars,
                settings,
                alarms,
                clock,
                PlatformFixture.MACHINE);
    }

    /** Plans and makes the first attempt. */
    Result send(Outgoing message) {
        Plan plan = messenger.plan(message, Set.of()).orElseThrow();
        return messenger.send(message, new Attempt(1, plan, false, false));
    }

    Result send(Outgoing message, Channel channel) {
        return messenger.send(message, new Attempt(1, new Plan(channel, false), false, false));
    }

    static Outgoing toGroup(Outgoing.Content content, Outgoing.@Nullable Session session, String... mentions) {
        return new Outgoing(
                "key", new Outgoing.GroupTarget("cid", session), content, List.of(mentions), Outgoing.Kind.REPLY);
    }

    /** To a group that has a custom robot only. */
    static Outgoing toBulletin(String key, Outgoing.Content content, String... mentions) {
        return new Outgoing(
                key, new Outgoing.GroupTarget("cid-bulletin", null), content, List.of(mentions), Outgoing.Kind.POST);
    }

    static Outgoing toPerson(Outgoing.Content content) {
        return new Outgoing("key", new Outgoing.PersonTarget("0123", null), content, List.of(), Outgoing.Kind.NOTICE);
    }

    Outgoing.Session session(URI url) {
        return new Outgoing.Session(url, clock.instant().plus(Duration.ofMinutes(90)));
    }

    static Outgoing.Markdown markdown(String text) {
        return new Outgoing.Markdown("title", text);
    }

    private static final class FakeUploads implements MediaUploadMapper {
        private final Map<String, String> ids = new ConcurrentHashMap<>();

        @Override
        public @Nullable String mediaId(String clientId, String hash, MediaUploads.Kind kind) {
            return ids.get(hash + kind);
        }

        @Override
        public void keep(String clientId, String hash, MediaUploads.Kind kind, String mediaId, Instant uploadedAt) {
            ids.put(hash + kind, mediaId);
        }

        @Override
        public void forget(String clientId, String hash, MediaUploads.Kind kind) {
            ids.remove(hash + kind);
        }
    }

    /** Has one picture. */
    private final class FakeMedia implements Media {
        @Override
        public Optional<Content> find(String hash) {
            return hash.equals(HASH) ? Optional.of(new Content(HASH, "image/png", content)) : Optional.empty();
        }

        @Override
        public String keep(byte[] bytes, String contentType) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long want(String robotCode, String downloadCode) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void wantAll(Collection<Wanted> files) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Fetch fetch(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Fetch> ended(Collection<Long> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Content> thumbnail(String hash) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class FakeTemplates implements Templates {
        @Override
        public Message render(String name, Object view) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T words(String name, Class<T> type) {
            return type.cast(new Words("maybe-a-repeat", "picture", "{n} notices"));
        }
    }
}
