package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.EdgesFakedIT;
import ecobot.testing.Threads;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several nodes, one allowance. */
@EdgesFakedIT
class SharedPaceIT {

    private static final PaceRule RULE = PaceRule.of(15);
    private static final Duration LONG = Duration.ofDays(1);

    @Autowired
    PaceMapper rows;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void places_of_all_nodes_are_taken_as_they_become_free_without_gap_or_overlap() {
        add("pace-test");
        taken("pace-test", RULE.places(), 10_000_000); // from here on there is no time when nobody asks
        var nodes = IntStream.range(0, 4)
                .mapToObj(node ->
                        CompletableFuture.supplyAsync(() -> taken("pace-test", 25, RULE.periodMicros()), Threads.NEW))
                .toList();

        var slots = nodes.stream()
                .flatMapToLong(node -> node.join().stream().mapToLong(Long::longValue))
                .sorted()
                .toArray();

        assertThat(IntStream.range(RULE.places(), slots.length).mapToObj(i -> slots[i] - slots[i - RULE.places()]))
                .as("80 steps from a place's use to its next: all of the allowance, none of it twice")
                .hasSize(100 - RULE.places())
                .containsOnly(RULE.periodMicros());
    }

    @Test
    void place_that_nobody_waited_for_is_free_at_once() throws InterruptedException {
        add("pace-idle");
        for (int call = 0; call < 3; call++) {
            Long wait = transaction.execute(status -> {
                rows.take("pace-idle#00", "pace-idle#19", 1_000);
                return rows.taken().waitUs();
            });
            assertThat(wait).isLessThanOrEqualTo(0);
            Thread.sleep(5);
        }
    }

    @Test
    void place_rests_after_the_answer_for_all_nodes_unless_it_was_taken_again() {
        add("pace-slow");
        var slow = taken("pace-slow", 1, 1_000).get(0);
        taken("pace-slow", 19, 60_000_000);

        assertThat(rows.rest("pace-slow#00", "pace-slow#19", slow + 1_000, 30_000_000))
                .isOne();
        assertThat(rows.rest("pace-slow#00", "pace-slow#19", slow + 1_000, 30_000_000))
                .as("it is another slot's now")
                .isZero();
        assertThat(taken("pace-slow", 1, 1_000).get(0)).isBetween(slow + 30_000_000, slow + 50_000_000);
    }

    @Test
    void clock_of_the_database_that_is_set_back_makes_nobody_wait() throws InterruptedException {
        var pace = pace("pace-clock", "15");
        pace.await(LONG).orElseThrow().over();
        jdbc.sql("""
                        update call_pace
                           set next_us = (unix_timestamp() + 3600) * 1000000
                         where app like 'pace-clock#%'
                        """).update();
        long begin = System.nanoTime();

        for (int call = 0; call <= RULE.places(); call++) {
            assertThat(pace.await(Duration.ofSeconds(10))).isPresent();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("all places at once, and the first of them again")
                .isBetween(Duration.ofNanos(RULE.periodNanos()), Duration.ofSeconds(8));
    }

    @Test
    void turn_that_would_come_too_late_is_refused_at_once_and_costs_nobody_a_place() throws InterruptedException {
        var pace = pace("pace-short", "0.1");
        pace.await(LONG).orElseThrow();
        var free = nextFree("pace-short");

        assertThat(pace.await(Duration.ofSeconds(2))).isEmpty();

        assertThat(nextFree("pace-short")).isEqualTo(free);
    }

    private SharedPace pace(String app, String callsPerSecond) {
        var nowhere = URI.create("http://127.0.0.1:1");
        return new SharedPace(
                rows,
                transaction,
                new PlatformFixture.Access(app, "secret", "robot", nowhere, nowhere),
                PlatformFixture.settings("calls-per-second", callsPerSecond));
    }

    private long nextFree(String app) {
        return jdbc.sql("select min(next_us) from call_pace where app like ?")
                .param(app + "#%")
                .query(Long.class)
                .single();
    }

    /** The control: this is what the row in the database is for. */
    @Test
    void nodes_that_keep_the_pace_each_for_itself_overdraw_it_together() {
        long[] now = {0};
        var one = new CallPace(RULE, () -> now[0]);
        var other = new CallPace(RULE, () -> now[0]);

        var inTheFirstSecond = LongStream.concat(
                        LongStream.generate(() -> one.take(LONG).orElseThrow().slot())
                                .limit(30),
                        LongStream.generate(() -> other.take(LONG).orElseThrow().slot())
                                .limit(30))
                .filter(wait -> wait < 1_000_000_000L)
                .count();

        assertThat(inTheFirstSecond).isGreaterThan(20);
    }

    private void add(String app) {
        IntStream.range(0, RULE.places()).forEach(number -> rows.add("%s#%02d".formatted(app, number)));
    }

    private List<Long> taken(String app, int count, long periodUs) {
        return IntStream.range(0, count)
                .mapToObj(i -> transaction.execute(status -> {
                    rows.take(app + "#00", app + "#19", periodUs);
                    return rows.taken().slotUs();
                }))
                .toList();
    }
}
