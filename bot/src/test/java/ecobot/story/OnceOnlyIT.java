package ecobot.story;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.ChildApplication;
import ecobot.testing.SandboxClient;
import ecobot.testing.SandboxClient.Said;
import ecobot.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whatever the platform and the machine do, each line is answered once, and a broadcast repeats nothing without saying so. The application runs in JVMs of its own, so that it can be killed. */
class OnceOnlyIT {

    private static final Logger log = LoggerFactory.getLogger(OnceOnlyIT.class);
    private static final List<String> PEOPLE = List.of("xinfeng-1", "daqiao-1", "yuxin-1", "fengqiao-1", "qixing-1");

    @TempDir
    Path folder;

    @Test
    void frames_delivered_three_times_to_two_nodes_are_answered_once() throws Exception {
        deliverThreefoldToTwoNodes(400);
    }

    /** The figures of the README; minutes long. */
    @Test
    @Tag("chaos")
    void ten_thousand_frames_delivered_three_times_to_two_nodes_are_answered_once() throws Exception {
        deliverThreefoldToTwoNodes(10_000);
    }

    private void deliverThreefoldToTwoNodes(int frames) throws Exception {
        var schema = TestDatabase.fresh();
        try (var first = ChildApplication.start(schema, folder.resolve("first"), Map.of());
                var second = secondNode(schema, first)) {
            var chat = new SandboxClient(first.base());
            awaitConnections(chat, 2);
            chat.faults(Map.of(
                    "switches", Map.of("rateLimits", false),
                    "stream", Map.of("copies", 3, "acrossConnections", true)));
            var begun = System.nanoTime();

            inParallel(frames, i -> say(chat, i));

            Awaitility.await("all answered")
                    .atMost(Duration.ofMinutes(10))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> answers(chat).size() >= frames);
            log.info(
                    "{} frames, three times each, two nodes: answered in {}",
                    frames,
                    Duration.ofNanos(System.nanoTime() - begun));
            assertThat(count(schema, "select count(*) from inbox where state = 'DONE'"))
                    .isEqualTo(frames);
            Awaitility.await("each is known to have been sent")
                    .untilAsserted(() -> assertThat(count(schema, "select count(*) from outbox where state <> 'SENT'"))
                            .isZero());
            assertThat(answers(chat)).hasSize(frames);
            assertThat(second.output()).doesNotContain("ERROR");
        }
    }

    @Test
    void line_that_was_taken_in_is_answered_once_after_kill_9_and_a_broadcast_repeats_nothing_unsaid()
            throws Exception {
        killBetweenReceiveAndReply(1);
    }

    /** Messages that stand in their groups while the sender still waits for an answer. */
    private static List<String> arrivedInFlight(JdbcClient sql, SandboxClient chat) {
        var arrived = Broadcast.said(chat);
        return sql
                .sql(
                        "select substring(message_key, 6) from outbox where state = 'SENDING' and message_key like 'kill:%'")
                .query(String.class)
                .list()
                .stream()
                .filter(arrived::contains)
                .toList();
    }

    @Test
    @Tag("chaos")
    void thirty_kills_lose_and_double_nothing() throws Exception {
        killBetweenReceiveAndReply(30);
    }

    private void killBetweenReceiveAndReply(int kills) throws Exception {
        var schema = TestDatabase.fresh();
        var sql = JdbcClient.create(new DriverManagerDataSource(schema.url(), schema.user(), schema.password()));
        var said = 0;
        var texts = new ArrayList<String>();
        var controls = new ArrayList<String>();
        for (int kill = 0; kill < kills; kill++) {
            try (var doomed = ChildApplication.start(schema, folder, Map.of("ecobot.outbox.lease", "1s"))) {
                var chat = new SandboxClient(doomed.base());
                awaitConnections(chat, 1);
                sql.sql("update schedule set enabled = false").update(); // nothing is posted by itself
                for (int i = 0; i < 40; i++) {
                    say(chat, said++);
                }
                keepAnswersBack(chat);
                texts.addAll(
                        Broadcast.store(sql, Broadcast.groups(chat), kill, 1).texts());
                controls.add(awaitInFlight(sql, chat).get(0));
                doomed.kill();
            }
            forgetThatItWasBeingSent(sql, controls.get(kill));
        }

        try (var survivor = ChildApplication.start(schema, folder, Map.of())) {
            var chat = new SandboxClient(survivor.base());
            var lines = said;
            // What was not acknowledged before the kill is pushed again a minute later.
            chat.advance(Duration.ofMinutes(2));
            Awaitility.await("all answered and sent")
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() ->
                            count(schema, "select count(*) from outbox where state = 'SENT'") >= lines + texts.size());

            assertThat(count(schema, "select count(*) from inbox where state = 'DONE'"))
                    .isEqualTo(lines);
            assertThat(count(schema, "select count(distinct message_key) from outbox"))
                    .isEqualTo(lines + texts.size());
            assertThat(answers(chat).size()).isGreaterThanOrEqualTo(lines);
            assertThat(repeats(chat)).as("repeats without a mark").isEmpty();
            assertBroadcasts(Broadcast.said(chat), texts, controls);
        }
    }

    /** All of it arrives, and what was being sent at a kill comes again with a mark; the control comes again without. */
    private static void assertBroadcasts(List<String> said, List<String> texts, List<String> controls) {
        var plain =
                said.stream().filter(text -> !text.contains(Broadcast.REPEAT)).toList();
        var twice = plain.stream()
                .filter(text -> plain.indexOf(text) != plain.lastIndexOf(text))
                .distinct();
        assertThat(texts).allSatisfy(text -> assertThat(said).as("is there").anyMatch(other -> other.startsWith(text)));
        assertThat(twice).as("twice without a mark: the controls alone").containsExactlyInAnyOrderElementsOf(controls);
        assertThat(said).as("a repeat that says so").anyMatch(text -> text.contains(Broadcast.REPEAT));
    }

    /** What is sent to a group from now on arrives, and its sender does not learn it. */
    private static void keepAnswersBack(SandboxClient chat) {
        var late = Map.of("path", "/v1.0/robot/groupMessages/send", "kind", "DELAY", "delayMillis", 60_000);
        chat.faults(Map.of("http", List.of(late)));
    }

    private static List<String> awaitInFlight(JdbcClient sql, SandboxClient chat) {
        return Awaitility.await("two arrived, and nobody knows")
                .pollInterval(Duration.ofMillis(50))
                .until(() -> arrivedInFlight(sql, chat), arrived -> arrived.size() >= 2);
    }

    /** The control: a message as if nothing had been written down before its call. */
    private static void forgetThatItWasBeingSent(JdbcClient sql, String text) {
        sql.sql("""
                update outbox
                   set state = 'QUEUED', attempts = 0, sending_lane = null
                 where message_key = ?
                """).param("kill:" + text).update();
    }

    /** Answers that stand there twice to the letter; a repeat after a crash says that it may be one. */
    private static List<Said> repeats(SandboxClient chat) {
        return answers(chat).stream().collect(Collectors.groupingBy(Said::text)).values().stream()
                .flatMap(same -> same.stream().skip(1))
                .toList();
    }

    private static void say(SandboxClient chat, int number) {
        var person = PEOPLE.get(number % PEOPLE.size());
        // An unknown number is echoed in the refusal, so that every answer names its question.
        chat.say(person, "private:" + person, "/查 " + (1_000_000 + number));
    }

    private static List<Said> answers(SandboxClient chat) {
        return PEOPLE.stream()
                .flatMap(person -> chat.answers("private:" + person, 0).stream())
                .toList();
    }

    private ChildApplication secondNode(TestDatabase.Schema schema, ChildApplication first) {
        return ChildApplication.start(
                schema,
                folder.resolve("second"),
                Map.of(
                        "ecobot.dingtalk.client-id",
                        "demo",
                        "ecobot.dingtalk.client-secret",
                        "demo-secret",
                        "ecobot.dingtalk.api-base",
                        first.base(),
                        "ecobot.dingtalk.oapi-base",
                        first.base()));
    }

    private static void awaitConnections(SandboxClient chat, int wanted) {
        Awaitility.await("connections")
                .until(() -> chat.get("/sandbox/api/status")
                                .path("apps")
                                .valueStream()
                                .filter(app -> app.path("clientId").asString().equals("demo"))
                                .mapToInt(app -> app.path("connections").asInt())
                                .sum()
                        >= wanted);
    }

    private static void inParallel(int times, java.util.function.IntConsumer work) throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var done : threads.invokeAll(IntStream.range(0, times)
                    .<java.util.concurrent.Callable<Boolean>>mapToObj(i -> () -> {
                        work.accept(i);
                        return true;
                    })
                    .toList())) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static long count(TestDatabase.Schema schema, String query) {
        return JdbcClient.create(new DriverManagerDataSource(schema.url(), schema.user(), schema.password()))
                .sql(query)
                .query(Long.class)
                .single();
    }
}
