package ecobot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Plan;
import ecobot.outbox.Outgoing.Digest;
import ecobot.outbox.Outgoing.Kind;
import ecobot.outbox.Outgoing.Markdown;
import ecobot.testing.EdgesFakedIT;
import ecobot.testing.FakeMessenger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Bursts, robots that may say so much a minute, and people who are told the same. */
@EdgesFakedIT
class LimitsIT {

    @Autowired
    Outbox outbox;

    @Autowired
    FakeMessenger messenger;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void burst_becomes_a_few_digests_with_every_event_in_exactly_one() {
        Set<String> failedOnce = ConcurrentHashMap.newKeySet();
        messenger.answers(
                "burst",
                (message, attempt) -> message.key().hashCode() % 3 == 0 && failedOnce.add(message.key())
                        ? new Messenger.Retry("platform-busy", Duration.ZERO)
                        : FakeMessenger.sent(attempt));
        for (int burst = 0; burst < 8; burst++) {
            int first = burst * 25;
            transaction.executeWithoutResult(status -> IntStream.range(first, first + 25)
                    .forEach(event -> outbox.enqueue(message("burst", event, Kind.NOTICE))));
        }
        awaitNothingOpen("burst");

        var said = sent("burst-");
        assertThat(events(said))
                .as("in order, each once")
                .isEqualTo(IntStream.range(0, 200).boxed().toList());
        assertThat(said).as("messages for 200 events").hasSizeLessThan(40);
        assertThat(sql.sql("select count(*) from outbox o join outbox said on said.id = coalesce(o.merged_into, o.id)"
                                + " where o.lane = 'burst' and said.state = 'SENT'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(200);
    }

    @Test
    void nothing_is_overtaken_by_a_digest() {
        transaction.executeWithoutResult(status -> {
            outbox.enqueue(message("order", 1, Kind.NOTICE));
            outbox.enqueue(message("order", 2, Kind.NOTICE));
            outbox.enqueue(message("order", 3, Kind.POST));
            outbox.enqueue(message("order", 4, Kind.NOTICE));
        });
        awaitNothingOpen("order");

        assertThat(sent("order-")).hasSize(3);
        assertThat(events(sent("order-"))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void custom_robot_says_twenty_a_minute_and_what_waits_is_merged() {
        messenger.plans("robot", closed -> Optional.of(new Plan(Channel.CUSTOM_ROBOT, true)));
        for (int event = 0; event < 25; event++) {
            outbox.enqueue(message("robot", event, Kind.POST));
        }
        Awaitility.await().until(() -> waiting("robot") == 1);

        assertThat(messenger.attempts("robot-")).hasSize(RobotPace.A_MINUTE);
        assertThat(sql.sql(
                                "select timestampdiff(second, min(attempted_at), max(not_before)) from outbox where lane = 'robot'")
                        .query(Integer.class)
                        .single())
                .isBetween(60, 63);
    }

    /** The control: it is the pace that holds them, nothing else. */
    @Test
    void other_ways_know_no_limit_of_a_minute() {
        for (int event = 0; event < 25; event++) {
            outbox.enqueue(message("app", event, Kind.POST));
        }
        awaitNothingOpen("app");

        assertThat(messenger.attempts("app-")).hasSize(25);
    }

    @Test
    void people_who_are_told_the_same_are_served_by_one_call() {
        for (int person = 1; person <= 45; person++) {
            messenger.plans("private:p" + person, closed -> Optional.of(new Plan(Channel.APP_PRIVATE, false)));
        }
        outbox.enqueueAll(IntStream.rangeClosed(1, 46)
                .mapToObj(person -> new Outgoing(
                        "post:8001:member:" + person + ":1",
                        new Outgoing.PersonTarget("p" + Math.min(person, 45), null),
                        new Markdown("t", person == 46 ? "another text" : "the same"),
                        List.of(),
                        Kind.POST))
                .toList());
        Awaitility.await().until(() -> messenger.attempts("post:8001:").size() == 46);

        assertThat(IntStream.rangeClosed(1, 45)
                        .mapToObj(person -> messenger.together("post:8001:member:" + person + ":1"))
                        .flatMap(Optional::stream)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .as("twenty, twenty and the rest")
                .containsEntry(20, 40L)
                .containsEntry(5, 5L);
        assertThat(messenger.together("post:8001:member:46:1")).isEmpty();
    }

    private static Outgoing message(String lane, int event, Kind kind) {
        return new Outgoing(
                lane + "-" + event,
                new Outgoing.GroupTarget(lane, null),
                new Markdown("event", "event " + event),
                List.of(),
                kind);
    }

    /** What was said in the end, attempts that were turned down left out. */
    private List<Outgoing> sent(String prefix) {
        var byKey = messenger.attempts(prefix).stream()
                .collect(Collectors.toMap(
                        FakeMessenger.Attempted::key,
                        FakeMessenger.Attempted::message,
                        (earlier, later) -> later,
                        java.util.LinkedHashMap::new));
        return List.copyOf(byKey.values());
    }

    private static List<Integer> events(List<Outgoing> said) {
        return said.stream()
                .flatMap(message -> message.content() instanceof Digest digest
                        ? digest.notices().stream()
                        : Stream.of((Markdown) message.content()))
                .map(notice -> Integer.valueOf(notice.text().substring("event ".length())))
                .toList();
    }

    private long waiting(String lane) {
        return sql.sql("select count(*) from outbox where open_lane = ? and state = 'RETRY'")
                .param(lane)
                .query(Long.class)
                .single();
    }

    private void awaitNothingOpen(String lane) {
        Awaitility.await()
                .until(() -> sql.sql("select count(*) from outbox where open_lane = ?")
                                .param(lane)
                                .query(Long.class)
                                .single()
                        == 0);
    }
}
