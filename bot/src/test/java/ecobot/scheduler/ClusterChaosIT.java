package ecobot.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.ChildApplication;
import ecobot.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two processes on one database, clocks up to two seconds wrong, one of them killed or stopped every ten seconds. Each schedule runs once a minute,
 * so that a take-over of half a minute is no missed run.
 */
@Tag("chaos")
class ClusterChaosIT {

    private static final Logger log = LoggerFactory.getLogger(ClusterChaosIT.class);
    private static final int SCHEDULES = 300;
    private static final int FIRES = Integer.getInteger("ecobot.chaos.fires", 2_000);
    private static final int FIRES_OF_THE_CONTROL = Integer.getInteger("ecobot.chaos.control", 400);
    private static final Duration BETWEEN_BLOWS = Duration.ofSeconds(10);
    /** After so long the other node has noticed and done the stopped one's work. */
    private static final Duration TAKEN_FOR_DEAD = Duration.ofSeconds(22);

    /** So long after the last planned time the last take-over is over. */
    private static final Duration SETTLING = Duration.ofSeconds(50);

    @TempDir
    private Path folder;

    @Test
    void each_planned_run_takes_effect_exactly_once_whatever_happens_to_the_nodes() {
        JdbcClient sql = campaign(FIRES, true);

        assertThat(twice(sql)).as("runs that took effect twice").isEmpty();
        assertThat(sql.sql(
                                "select state, count(*) from occurrence o join schedule s on s.id = o.schedule_id where s.task = 'chaos' group by state")
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly("DONE");
        long effects =
                sql.sql("select count(*) from chaos_effect").query(Long.class).single();
        long gaps = gaps(sql);
        log.info("{} planned runs took effect, {} gaps", effects, gaps);
        assertThat(effects).isGreaterThanOrEqualTo(FIRES);
        assertThat(gaps).as("planned minutes without effect").isZero();
    }

    /** The negative control: neither our key nor Quartz's lock, and a node that comes back after it was taken for dead. */
    @Test
    void without_key_and_lock_some_take_effect_twice() {
        assertThat(twice(campaign(FIRES_OF_THE_CONTROL, false))).isNotEmpty();
    }

    private JdbcClient campaign(int fires, boolean safe) {
        TestDatabase.Schema schema = TestDatabase.fresh();
        Random random = new Random(7);
        JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(schema.url(), schema.user(), schema.password()));
        ChildApplication steady = node(schema, "steady", "PT0S", safe);
        prepare(sql, safe);
        ChildApplication victim = node(schema, "victim", "PT2S", safe);
        try {
            Duration time = Duration.ofSeconds(60L * fires / SCHEDULES + 60);
            Instant end = Instant.now().plus(time);
            for (int blow = 1; Instant.now().isBefore(end); blow++) {
                pause(BETWEEN_BLOWS);
                if (!safe || random.nextBoolean()) {
                    victim.stops();
                    pause(safe ? Duration.ofSeconds(1 + random.nextInt(20)) : TAKEN_FOR_DEAD);
                    victim.goesOn();
                } else {
                    victim.kill();
                    victim = node(schema, "victim", blow % 2 == 0 ? "PT2S" : "PT-2S", safe);
                }
            }
            pause(SETTLING);
            sql.sql("update schedule set enabled = false where task = 'chaos'").update();
            pause(Duration.ofSeconds(5));
            return sql;
        } finally {
            victim.close();
            steady.close();
        }
    }

    private ChildApplication node(TestDatabase.Schema schema, String name, String skew, boolean safe) {
        return ChildApplication.start(
                "ecobot.scheduler.ChaosNode",
                schema,
                folder.resolve(schema.name() + name),
                Map.of(
                        "chaos.skew",
                        skew,
                        "chaos.millis",
                        safe ? "300" : "800",
                        "spring.quartz.properties.org.quartz.jobStore.acquireTriggersWithinLock",
                        Boolean.toString(safe)));
    }

    private static void prepare(JdbcClient sql, boolean safe) {
        sql.sql("create table chaos_effect (schedule varchar(60) not null, planned_at varchar(40) not null)")
                .update();
        if (!safe) {
            sql.sql(
                            "alter table occurrence add index ix_for_the_foreign_key (schedule_id), drop index uk_occurrence__schedule_planned")
                    .update();
        }
        sql.sql("update schedule set enabled = false").update();
        IntStream.range(0, SCHEDULES)
                .forEach(number -> sql.sql(
                                "insert into schedule (name, task, cron, holiday, missed, options) values (?, 'chaos', ?, 'ANYWAY', 'LATE', '{}')")
                        .params("chaos-" + number, number % 60 + " * * * * ?")
                        .update());
    }

    private static List<String> twice(JdbcClient sql) {
        return sql.sql(
                        "select concat(schedule, ' ', planned_at) from chaos_effect group by schedule, planned_at having count(*) > 1")
                .query(String.class)
                .list();
    }

    /** Minutes between the first and the last effect of each schedule that have none. */
    private static long gaps(JdbcClient sql) {
        long gaps = 0;
        for (int number = 0; number < SCHEDULES; number++) {
            List<Instant> effects = new ArrayList<>(sql
                    .sql("select planned_at from chaos_effect where schedule = ? order by planned_at")
                    .param("chaos-" + number)
                    .query(String.class)
                    .list()
                    .stream()
                    .map(Instant::parse)
                    .toList());
            assertThat(effects).as("chaos-" + number).isNotEmpty();
            Instant last = effects.get(effects.size() - 1);
            gaps += Stream.iterate(
                            effects.get(0), time -> !time.isAfter(last), time -> time.plus(1, ChronoUnit.MINUTES))
                    .filter(time -> !effects.contains(time))
                    .count();
        }
        return gaps;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
