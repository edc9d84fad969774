package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.EdgesFakedIT;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Several nodes, one allowance. */
@EdgesFakedIT
class SharedPaceIT {

    private static final int STEP_US = 66_666;

    @Autowired
    PaceMapper rows;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void slots_of_all_nodes_follow_each_other_without_gap_or_overlap() {
        rows.add("pace-test");
        slots(1, 10_000_000); // from here on there is no time when nobody asks
        var nodes = IntStream.range(0, 4)
                .mapToObj(node -> CompletableFuture.supplyAsync(() -> slots(25, STEP_US)))
                .toList();

        var taken = nodes.stream()
                .flatMapToLong(node -> node.join().stream().mapToLong(Long::longValue))
                .sorted()
                .toArray();

        assertThat(gaps(taken))
                .as("99 gaps: all of the allowance, none of it twice")
                .containsOnly((long) STEP_US);
    }

    @Test
    void slot_that_nobody_waited_for_is_over_at_once() throws InterruptedException {
        rows.add("pace-idle");
        for (int call = 0; call < 3; call++) {
            Long wait = transaction.execute(status -> {
                rows.take("pace-idle", 1_000);
                return rows.waitUs();
            });
            assertThat(wait).isLessThanOrEqualTo(1_000);
            Thread.sleep(5);
        }
    }

    /** The control: this is what the row in the database is for. */
    @Test
    void nodes_that_keep_the_pace_each_for_itself_overdraw_it_together() {
        long[] now = {0};
        var one = new CallPace(15, () -> now[0]);
        var other = new CallPace(15, () -> now[0]);

        var inTheFirstSecond = LongStream.concat(
                        LongStream.generate(one::take).limit(30),
                        LongStream.generate(other::take).limit(30))
                .filter(wait -> wait < 1_000_000_000L)
                .count();

        assertThat(inTheFirstSecond).isGreaterThan(20);
    }

    private List<Long> slots(int count, long stepUs) {
        return IntStream.range(0, count)
                .mapToObj(i -> transaction.execute(status -> {
                    rows.take("pace-test", stepUs);
                    return rows.slotUs();
                }))
                .toList();
    }

    private static List<Long> gaps(long[] slots) {
        return slots.length == 0
                ? Collections.emptyList()
                : IntStream.range(1, slots.length)
                        .mapToObj(i -> slots[i] - slots[i - 1])
                        .toList();
    }
}
