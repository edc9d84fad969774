package ecobot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.SettableClock;
import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.testing.EdgesFakedIT;
import ecobot.testing.FakeMessenger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** How much of what nobody asked for people have to bear, in a context of its own whose clock is moved. */
@EdgesFakedIT
@TestPropertySource(
        properties = {
            "ecobot.burden.quiet-from=20:00",
            "ecobot.burden.quiet-to=08:00",
            "ecobot.burden.posts-per-group-and-day=3"
        })
class BurdenIT {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 9, 16);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 9, 18);

    private final Outbox outbox;
    private final HeldPosts heldPosts;
    private final HeldMapper held;
    private final OutboxMapper rows;
    private final WorkCalendar calendar;
    private final Dispatcher dispatcher;
    private final FakeMessenger messenger;
    private final SettableClock clock;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    @Autowired
    BurdenIT(
            Outbox outbox,
            HeldPosts heldPosts,
            HeldMapper held,
            OutboxMapper rows,
            WorkCalendar calendar,
            Dispatcher dispatcher,
            FakeMessenger messenger,
            SettableClock clock,
            JdbcClient sql,
            TransactionTemplate transaction) {
        this.outbox = outbox;
        this.heldPosts = heldPosts;
        this.held = held;
        this.rows = rows;
        this.calendar = calendar;
        this.dispatcher = dispatcher;
        this.messenger = messenger;
        this.clock = clock;
        this.sql = sql;
        this.transaction = transaction;
    }

    @Test
    void post_in_quiet_hours_waits_until_eight_and_an_answer_passes_it() {
        clock.set(at(WEDNESDAY, 21, 30));
        outbox.enqueue(OutgoingFixture.post("night", "post:1:night:1"));
        outbox.enqueue(OutgoingFixture.reply("night", "night-reply"));
        outbox.enqueue(toPerson("post:1:member:7:1", Outgoing.Kind.POST));
        outbox.enqueue(toPerson("night-notice", Outgoing.Kind.NOTICE));

        awaitSent("night-reply", "night-notice");
        assertThat(heldUntil("post:1:night:1")).isEqualTo(at(WEDNESDAY.plusDays(1), 8, 0));
        assertThat(heldUntil("post:1:member:7:1")).isEqualTo(at(WEDNESDAY.plusDays(1), 8, 0));

        clock.set(at(WEDNESDAY.plusDays(1), 7, 59));
        heldPosts.release();
        assertThat(messenger.attempts("post:1:")).isEmpty();

        clock.set(at(WEDNESDAY.plusDays(1), 8, 0));
        awaitSent("post:1:night:1", "post:1:member:7:1");
    }

    @Test
    void fourth_post_of_a_day_waits_for_the_next_working_morning_and_takes_a_place_there() {
        clock.set(at(FRIDAY, 9, 0));
        for (int post = 11; post <= 18; post++) {
            outbox.enqueue(OutgoingFixture.post("busy", "post:" + post + ":busy:1"));
            outbox.enqueue(OutgoingFixture.post("busy", "post:" + post + ":busy:2"));
        }

        awaitSent("post:11:busy:1", "post:11:busy:2", "post:13:busy:2");
        var sunday = FRIDAY.plusDays(2); // at work, for the National Day holiday
        assertThat(List.of(14, 15, 16)).allSatisfy(post -> {
            assertThat(heldUntil("post:" + post + ":busy:1")).isEqualTo(at(sunday, 8, 0));
            assertThat(heldUntil("post:" + post + ":busy:2")).isEqualTo(at(sunday, 8, 0));
        });
        assertThat(List.of(17, 18))
                .allSatisfy(post ->
                        assertThat(heldUntil("post:" + post + ":busy:1")).isEqualTo(at(sunday.plusDays(1), 8, 0)));

        outbox.enqueue(OutgoingFixture.post("free", "post:19:free:1"));
        awaitSent("post:19:free:1");
    }

    @Test
    void what_an_outage_carries_into_the_night_or_past_its_day_is_held_again() {
        clock.set(at(WEDNESDAY, 19, 0));
        messenger.answers(
                "outage", (message, attempt) -> new Messenger.Unreachable("no-connection", Duration.ofMillis(50)));
        outbox.enqueue(OutgoingFixture.post("outage", "post:31:outage:1"));
        Awaitility.await().until(() -> !messenger.attempts("post:31:").isEmpty());

        clock.set(at(WEDNESDAY, 20, 30));
        sql.sql(
                        "update outbox set queued_at = date_sub(queued_at, interval 11 minute) where message_key = 'post:31:outage:1'")
                .update();

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(heldUntil("post:31:outage:1")).isEqualTo(at(WEDNESDAY.plusDays(1), 8, 0)));

        messenger.answers("outage", (message, attempt) -> FakeMessenger.sent(attempt));
        var muchLater = WEDNESDAY.plusDays(5);
        clock.set(at(muchLater, 9, 0));
        awaitSent("post:31:outage:1");
        assertThat(sql.sql("select day from outbox_place where lane = 'outage'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(muchLater);
    }

    @Test
    void what_an_outage_holds_every_night_is_given_up_and_its_lane_goes_on() {
        clock.set(at(WEDNESDAY, 19, 0));
        messenger.answers(
                "days",
                (message, attempt) -> message.kind() == Outgoing.Kind.POST
                        ? new Messenger.Unreachable("no-connection", Duration.ofMillis(200))
                        : FakeMessenger.sent(attempt));
        outbox.enqueue(OutgoingFixture.post("days", "post:51:days:1"));
        Awaitility.await().until(() -> !messenger.attempts("post:51:").isEmpty());

        hoursPass("post:51:days:1", 1);
        clock.set(at(WEDNESDAY, 20, 0));
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(heldUntil("post:51:days:1")).isEqualTo(at(WEDNESDAY.plusDays(1), 8, 0)));
        hoursPass("post:51:days:1", 12);
        clock.set(at(WEDNESDAY.plusDays(1), 8, 0));
        int before = messenger.attempts("post:51:").size();
        Awaitility.await().until(() -> messenger.attempts("post:51:").size() > before);
        outbox.enqueue(new Outgoing(
                "days-notice",
                new Outgoing.GroupTarget("days", null),
                new Outgoing.Markdown("标题", "正文"),
                List.of(),
                Outgoing.Kind.NOTICE));
        clock.set(at(WEDNESDAY.plusDays(1), 19, 30));
        hoursPass("post:51:days:1", 12);

        awaitSent("days-notice");
        assertThat(sql.sql("select state from outbox where message_key = 'post:51:days:1'")
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED");
    }

    /** As if the machine's clock went on, which nobody can move. */
    private void hoursPass(String key, int hours) {
        sql.sql("""
                update outbox
                   set queued_at = date_sub(queued_at, interval ? hour),
                       due_since = date_sub(due_since, interval ? hour)
                 where message_key = ?
                """).params(hours, hours, key).update();
    }

    @Test
    void two_who_store_posts_at_once_share_the_places() throws Exception {
        clock.set(at(WEDNESDAY, 10, 0));
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            var key = "post:4" + i + ":race:1";
            threads.add(new Thread(() ->
                    transaction.executeWithoutResult(status -> outbox.enqueue(OutgoingFixture.post("race", key)))));
        }
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }

        assertThat(sql.sql("select count(*) as n from outbox_place where lane = 'race' group by day order by day")
                        .query(Integer.class)
                        .list())
                .containsExactly(3, 3, 2);
    }

    @Test
    void two_nodes_that_look_for_a_place_of_the_same_post_find_the_same_one() {
        clock.set(at(WEDNESDAY, 10, 0));
        held.take("stale", WEDNESDAY.minusDays(1), 1, "post:51:stale");
        held.take("crowd", WEDNESDAY, 1, "post:50:crowd");

        for (var lane : List.of("stale", "crowd", "fresh")) {
            assertThat(overtaken().heldUntil(Outgoing.Kind.POST, true, lane, "post:51:" + lane + ":1"))
                    .as(lane)
                    .isEmpty();
            assertThat(placesOf("post:51:" + lane)).as(lane).containsExactly(WEDNESDAY);
        }
    }

    /** Goal R16. */
    @Test
    void in_a_year_no_post_leaves_in_quiet_hours_and_no_group_gets_more_than_three_a_day() {
        var year = new Year("year", LocalDate.of(2026, 1, 1), 365);

        var left = year.pass(heldPosts, new Random(16));

        assertThat(left.size()).isEqualTo(year.stored).isGreaterThan(500);
        assertThat(quiet(left)).isEmpty();
        assertThat(crowded(left)).isEmpty();
    }

    /** Shows that the year could fail. */
    @Test
    void without_the_rule_a_month_breaks_it() {
        var lax = new BurdenSettings(LocalTime.of(8, 0), LocalTime.of(8, 0), 1000);
        var none = new HeldPosts(held, new Burden(held, lax, calendar, clock), clock, clock);
        var year = new Year("lax", LocalDate.of(2026, 1, 1), 31);
        year.rule = new Burden(held, lax, calendar, clock);

        var left = year.pass(none, new Random(16));

        assertThat(quiet(left)).isNotEmpty();
        assertThat(crowded(left)).isNotEmpty();
    }

    /** The rule on a node that another node overtakes, after it has looked for a place of the post and before it takes one. */
    private Burden overtaken() {
        var settings = new BurdenSettings(LocalTime.of(20, 0), LocalTime.of(8, 0), 3);
        var other = new Burden(held, settings, calendar, clock);
        var attempts = new AtomicInteger();
        var slow = (HeldMapper) Proxy.newProxyInstance(
                HeldMapper.class.getClassLoader(), new Class<?>[] {HeldMapper.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("take")) {
                        int attempt = attempts.incrementAndGet();
                        assertThat(attempt).as("attempts to take a place").isLessThan(10);
                        if (attempt == 1) {
                            other.heldUntil(Outgoing.Kind.POST, true, (String) arguments[0], arguments[3] + ":1");
                        }
                    }
                    try {
                        return method.invoke(held, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new Burden(slow, settings, calendar, clock);
    }

    private List<LocalDate> placesOf(String post) {
        return sql.sql("select day from outbox_place where post = ?")
                .param(post)
                .query(LocalDate.class)
                .list();
    }

    private static List<Instant> quiet(Map<String, Instant> left) {
        return left.values().stream()
                .filter(at -> {
                    var time = at.atZone(Zone.SHANGHAI).toLocalTime();
                    return time.isBefore(LocalTime.of(8, 0)) || !time.isBefore(LocalTime.of(20, 0));
                })
                .toList();
    }

    private static List<LocalDate> crowded(Map<String, Instant> left) {
        return left.values().stream()
                .collect(Collectors.groupingBy(BurdenIT::dayOf, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(day -> day.getValue() > 3)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static LocalDate dayOf(Instant at) {
        return at.atZone(Zone.SHANGHAI).toLocalDate();
    }

    private static Outgoing toPerson(String key, Outgoing.Kind kind) {
        return new Outgoing(
                key, new Outgoing.PersonTarget("staff-7", null), new Outgoing.Markdown("标题", "正文"), List.of(), kind);
    }

    /** A sender finds out that it has to be held. */
    private Instant heldUntil(String key) {
        return Awaitility.await(key + " is held")
                .until(
                        () -> sql.sql("select held_until from outbox where message_key = ?")
                                .param(key)
                                .query(LocalDateTime.class)
                                .single(),
                        Objects::nonNull)
                .toInstant(ZoneOffset.UTC);
    }

    private void awaitSent(String... keys) {
        for (var key : keys) {
            Awaitility.await(key)
                    .until(() -> sql.sql("select count(*) from outbox where message_key = ? and state = 'SENT'")
                                    .param(key)
                                    .query(Integer.class)
                                    .single()
                            == 1);
        }
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(Zone.SHANGHAI).toInstant();
    }

    /** A group's year: up to five posts on a working day, at any hour, now and then one on a day off, and what becomes of them. */
    private final class Year {

        private final String group;
        private final LocalDate first;
        private final int days;
        private final Map<String, Instant> left = new HashMap<>();
        private Burden rule =
                new Burden(held, new BurdenSettings(LocalTime.of(20, 0), LocalTime.of(8, 0), 3), calendar, clock);
        private int stored;

        Year(String group, LocalDate first, int days) {
            this.group = group;
            this.first = first;
            this.days = days;
        }

        /** When each post left. Nothing is sent meanwhile: a post that is not held leaves in that moment. */
        Map<String, Instant> pass(HeldPosts posts, Random random) {
            dispatcher.stop();
            try {
                transaction.executeWithoutResult(status -> {
                    for (var day : first.datesUntil(first.plusDays(days + 60)).toList()) {
                        day(day, posts, day.isBefore(first.plusDays(days)) ? random : null);
                    }
                });
            } finally {
                dispatcher.start();
            }
            return left;
        }

        private void day(LocalDate day, HeldPosts posts, @Nullable Random random) {
            var times = new TreeSet<LocalTime>(Set.of(LocalTime.of(7, 59), LocalTime.of(8, 0), LocalTime.of(20, 0)));
            var posting = new HashSet<LocalTime>();
            if (random != null) {
                int most = calendar.isWorkingDay(day) ? 6 : random.nextInt(8) == 0 ? 2 : 1;
                for (int i = random.nextInt(most); i > 0; i--) {
                    posting.add(
                            calendar.isWorkingDay(day)
                                    ? LocalTime.of(random.nextInt(24), random.nextInt(60))
                                    : LocalTime.of(9 + random.nextInt(10), random.nextInt(60)));
                }
            }
            times.addAll(posting);
            for (var time : times) {
                clock.set(day.atTime(time).atZone(Zone.SHANGHAI).toInstant());
                posts.release();
                if (posting.contains(time)) {
                    store();
                }
                look();
            }
        }

        private void store() {
            var message = OutgoingFixture.post(group, "post:" + ++stored + ":" + group + ":1");
            var row = StoredOutgoing.of(message, clock.instant());
            rule.heldUntil(message.kind(), true, row.lane(), message.key())
                    .ifPresentOrElse(until -> held.insert(row, null, until), () -> rows.insert(row, null));
        }

        private void look() {
            var free = sql.sql("select message_key from outbox where open_lane = ?")
                    .param(group)
                    .query(String.class)
                    .list();
            free.forEach(key -> left.put(key, clock.instant()));
            if (!free.isEmpty()) {
                sql.sql("update outbox set open_lane = null, state = 'SENT', final_at = queued_at where open_lane = ?")
                        .param(group)
                        .update();
            }
        }
    }
}
