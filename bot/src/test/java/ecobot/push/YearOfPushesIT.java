package ecobot.push;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.ChildApplication;
import ecobot.testing.SandboxClient;
import ecobot.testing.SandboxClient.Said;
import ecobot.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A year of standing posts and pushes by hand in the whole application, which is killed and started again every month, at any moment. What groups got is read
 * from the stand-in, which outlives the kills.
 */
@Tag("chaos")
class YearOfPushesIT {

    private static final Logger log = LoggerFactory.getLogger(YearOfPushesIT.class);
    private static final String REPEAT = "可能重复";
    private static final String TRAINER = "trainer-1";
    private static final String PRIVATE = "private:trainer-1";
    private static final List<String> KINDS = List.of("法律法规：", "典型案例：", "环保知识：", "环保新政：");

    @TempDir
    Path folder;

    @Test
    void no_group_gets_the_same_material_twice_in_a_year_with_a_kill_a_month() {
        var schema = TestDatabase.fresh();
        var sql = JdbcClient.create(new DriverManagerDataSource(schema.url(), schema.user(), schema.password()));
        var dice = new Random(12);
        var used = new ArrayList<Long>();
        for (int month = 0; month < 12; month++) {
            try (var application = ChildApplication.start(schema, folder, Map.of())) {
                var chat = new SandboxClient(application.base());
                awaitConnected(chat);
                for (int day = 0; day < 30; day++) {
                    chat.advance(Duration.ofDays(1));
                    awaitSent(sql);
                    if (day % 10 == 5) {
                        pushByHand(chat, 1 + dice.nextInt(85));
                    }
                }
                used.add(chat.get("/sandbox/api/quota")
                        .path("openApi")
                        .path("used")
                        .asLong());
                chat.advance(Duration.ofDays(1));
                pause(dice.nextInt(400));
                application.kill();
            }
        }

        try (var application = ChildApplication.start(schema, folder, Map.of())) {
            var chat = new SandboxClient(application.base());
            awaitConnected(chat);
            awaitSent(sql);
            check(chat, used);
        }
    }

    private static void check(SandboxClient chat, List<Long> used) {
        int materials = 0;
        int repeats = 0;
        int doubles = 0;
        for (var conversation : chat.get("/sandbox/api/conversations")) {
            var id = conversation.path("openConversationId").asString("");
            Map<String, Integer> times = new HashMap<>();
            for (var said : id.startsWith("private:") ? List.<Said>of() : chat.answers(id, 0)) {
                boolean pushed = said.channel().equals("app-group")
                        && KINDS.stream().anyMatch(kind -> said.text().startsWith("### " + kind));
                if (pushed && said.text().contains(REPEAT)) {
                    repeats++;
                } else if (pushed) {
                    times.merge(said.title(), 1, Integer::sum);
                }
            }
            materials += times.size();
            doubles += times.values().stream().mapToInt(count -> count - 1).sum();
        }
        log.info(
                "{} materials arrived in groups, {} twice, {} repeats said that they may be; calls in the months: {}",
                materials,
                doubles,
                repeats,
                used);
        assertThat(doubles).isZero();
        assertThat(materials).isGreaterThan(11 * 60);
        assertThat(used).allSatisfy(calls -> assertThat(calls).isLessThan(5_000));
    }

    private static void pushByHand(SandboxClient chat, int number) {
        if (chat.ask(TRAINER, PRIVATE, "/推送 " + number + " 全部").text().contains("请确认")) {
            chat.ask(TRAINER, PRIVATE, "确认");
        }
    }

    private static void awaitConnected(SandboxClient chat) {
        Awaitility.await("stream")
                .until(() -> chat.get("/sandbox/api/status").path("connected").asBoolean());
    }

    private static void awaitSent(JdbcClient sql) {
        Awaitility.await("sent")
                .pollInterval(Duration.ofMillis(50))
                .until(() -> sql.sql("select count(*) from outbox where open_lane is not null")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
