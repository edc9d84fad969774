package ecobot.story;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.ChildApplication;
import ecobot.testing.SandboxClient;
import ecobot.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A broadcast whose sender is killed at random points. Nothing is lost; what a group sees twice says so, for the platform's group call takes no key; and
 * nothing stays in the dark for longer than a minute.
 */
class BroadcastKillIT {

    private static final Logger log = LoggerFactory.getLogger(BroadcastKillIT.class);
    private static final int PARTS = 6;

    @TempDir
    Path folder;

    @Test
    @Tag("chaos")
    void three_kills_lose_nothing_and_double_nothing_unsaid() {
        broadcastWithKills(3);
    }

    @Test
    @Tag("chaos")
    void twenty_kills_lose_nothing_and_double_nothing_unsaid() {
        broadcastWithKills(20);
    }

    private void broadcastWithKills(int kills) {
        var schema = TestDatabase.fresh();
        var sql = JdbcClient.create(new DriverManagerDataSource(schema.url(), schema.user(), schema.password()));
        var dice = new Random(kills);
        var texts = new ArrayList<String>();
        for (int kill = 0; kill < kills; kill++) {
            try (var doomed = ChildApplication.start(schema, folder, Map.of())) {
                awaitDecided(sql);
                var groups = Broadcast.groups(new SandboxClient(doomed.base()));
                texts.addAll(Broadcast.store(sql, groups, kill, PARTS).texts());
                pause(200 + dice.nextInt(4_000));
                doomed.kill();
            }
        }
        try (var survivor = ChildApplication.start(schema, folder, Map.of())) {
            awaitDecided(sql);
            Awaitility.await("all final")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> count(sql, "select count(*) from outbox where open_lane > ''") == 0);

            var chat = new SandboxClient(survivor.base());
            var said = Broadcast.said(chat);
            var plain = said.stream()
                    .filter(text -> !text.contains(Broadcast.REPEAT))
                    .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
            var marked = said.stream()
                    .filter(text -> text.contains(Broadcast.REPEAT))
                    .toList();
            var unknown = count(sql, "select count(*) from outbox where state = 'UNKNOWN'");
            log.warn(
                    "{} messages, {} kills: {} marked repeats, {} unknown",
                    texts.size(),
                    kills,
                    marked.size(),
                    unknown);

            assertThat(texts)
                    .allSatisfy(text -> assertThat(plain.getOrDefault(text, 0L)
                                    + marked.stream()
                                            .filter(other -> other.startsWith(text))
                                            .count())
                            .as("%s is there", text)
                            .isPositive());
            assertThat(plain)
                    .allSatisfy((text, times) -> assertThat(times).as(text).isEqualTo(1));
            assertThat(marked.size()).as("at most what was in flight").isLessThanOrEqualTo(4 * kills);
        }
    }

    /** Whatever an earlier sender was at is decided within a minute of the restart: repeated with a mark, or unknown. */
    private static void awaitDecided(JdbcClient sql) {
        long latest = count(sql, "select coalesce(max(id), 0) from outbox");
        Awaitility.await("nothing in the dark")
                .until(() -> count(
                                sql,
                                "select count(*) from outbox where state = 'SENDING' and not_before < utc_timestamp(3) and id <= "
                                        + latest)
                        == 0);
    }

    private static long count(JdbcClient sql, String query) {
        return sql.sql(query).query(Long.class).single();
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
