package ecobot.story;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.testing.EcoBotIT;
import ecobot.testing.SandboxClient;
import ecobot.testing.SandboxClient.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long a broadcast to 500 groups takes when nothing goes wrong, at the 20 calls a second that the platform allows and the stand-in enforces; and that all
 * groups are told the same. What happens when the sender is killed meanwhile is {@link BroadcastKillIT}'s.
 */
@Tag("bench")
@EcoBotIT
@TestPropertySource(
        properties = {
            "ecobot.dingtalk.calls-per-second=${ecobot.bench.calls:20}",
            "ecobot.burden.quiet-from=00:00",
            "ecobot.burden.quiet-to=00:00"
        })
class BroadcastBenchIT {

    private static final Logger log = LoggerFactory.getLogger(BroadcastBenchIT.class);
    private static final int GROUPS = 500;

    @TempDir
    static Path templates;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Value("${local.server.port}")
    int port;

    @Autowired
    Clock clock;

    private SandboxClient chat;
    private long sentBefore;

    /** The demonstration's people, and 500 groups that they know nothing of. */
    @DynamicPropertySource
    static void manyGroups(DynamicPropertyRegistry properties) {
        var people = Path.of("sandbox", "people.yml");
        try (var packaged = BroadcastBenchIT.class.getResourceAsStream("/templates/sandbox/people.yml")) {
            var file = templates.resolve(people);
            Files.createDirectories(file.getParent());
            Files.copy(Objects.requireNonNull(packaged), file);
            Files.writeString(
                    file,
                    IntStream.range(0, GROUPS)
                            .mapToObj(BroadcastBenchIT::entry)
                            .collect(Collectors.joining(
                                    "", Files.readString(file).stripTrailing() + "\n", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.add("ecobot.templates.folder", templates::toString);
        properties.add("ecobot.roster.file", () -> templates.resolve(people).toUri());
    }

    private static String entry(int number) {
        return """
                  - id: %1$s
                    title: %1$s
                    units: []
                    members: [manager-1]
                    subscriptions: [league-table]
                    robotToken: %1$s-robot
                    robotSecret: ""
                    customRobot: ""
                """.formatted(group(number));
    }

    private static String group(int number) {
        return "cidMany%03d".formatted(number);
    }

    @BeforeEach
    void connect() {
        chat = new SandboxClient("http://127.0.0.1:" + port);
        Awaitility.await("stream")
                .atMost(Duration.ofSeconds(20))
                .until(() -> chat.get("/sandbox/api/status").path("connected").asBoolean());
        sentBefore = count("select count(*) from outbox where target_id like 'cidMany%' and state = 'SENT'");
    }

    @Test
    void one_message_a_group_reaches_all_500() {
        var messages = IntStream.range(0, GROUPS)
                .mapToObj(number -> new Outgoing(
                        "post:900001:" + group(number) + ":1",
                        new Outgoing.GroupTarget(group(number), null),
                        new Outgoing.Markdown("broadcast", "one and the same for everybody"),
                        List.of(),
                        Outgoing.Kind.POST))
                .toList();

        double seconds = timed(1, () -> transaction.executeWithoutResult(status -> outbox.enqueueAll(messages)));

        assertThat(seconds)
                .as("24 s of waiting for places, and more while others use the processor; the README has the figures")
                .isLessThan(35);
    }

    /** The real one, of the Monday that comes: a picture, uploaded once, and its text. */
    @Test
    void league_table_of_two_messages_a_group_shows_all_500_the_same() {
        var now = clock.instant().atZone(Zone.SHANGHAI);
        var monday = now.toLocalDate()
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atTime(9, 1)
                .atZone(Zone.SHANGHAI);

        timed(2, () -> chat.advance(Duration.between(now, monday)));
    }

    /** Until each of the groups shows so many new messages, the same ones in all of them. */
    private double timed(int messages, Runnable broadcast) {
        var last = IntStream.range(0, GROUPS)
                .mapToObj(number -> chat.lastSeq(group(number)))
                .toList();
        int before = used();
        long turnedAway = count("select count(*) from outbox where target_id like 'cidMany%' and attempts > 1");
        long begin = System.nanoTime();
        broadcast.run();
        Awaitility.await("all sent")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> count("select count(*) from outbox where target_id like 'cidMany%' and state = 'SENT'")
                                - sentBefore
                        == (long) messages * GROUPS);
        double seconds = (System.nanoTime() - begin) / 1e9;
        log.warn(
                "{} messages to each of {} groups in {} s, {} calls, {} messages that were turned away once as too fast",
                messages,
                GROUPS,
                Math.round(seconds * 10) / 10.0,
                used() - before,
                count("select count(*) from outbox where target_id like 'cidMany%' and attempts > 1") - turnedAway);

        assertThat(IntStream.range(0, GROUPS)
                        .mapToObj(number -> chat.answers(group(number), last.get(number)).stream()
                                .map(BroadcastBenchIT::shown)
                                .toList())
                        .distinct())
                .as("what each group shows")
                .singleElement()
                .satisfies(shown -> assertThat(shown).hasSize(messages));
        return seconds;
    }

    /** Type, title, text and pictures. */
    private static List<String> shown(Said said) {
        return List.of(
                said.msgtype(),
                said.title(),
                said.text(),
                said.raw().path("mediaIds").toString());
    }

    private int used() {
        return chat.get("/sandbox/api/quota").path("openApi").path("used").asInt();
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }
}
