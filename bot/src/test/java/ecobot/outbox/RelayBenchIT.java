package ecobot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.EdgesFakedIT;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** How fast the outbox itself is, when the platform answers at once; figures of the README. */
@Tag("bench")
@EdgesFakedIT
@TestPropertySource(properties = "ecobot.outbox.senders=8")
class RelayBenchIT {

    private static final Logger log = LoggerFactory.getLogger(RelayBenchIT.class);

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxMapper rows;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void twenty_thousand_waiting_leave_with_a_commit_each() {
        int messages = 20_000;
        List<Outgoing> all = IntStream.range(0, messages)
                .mapToObj(i -> OutgoingFixture.reply("relay-" + i % 500, "relay-" + i))
                .toList();
        transaction.executeWithoutResult(status -> outbox.enqueueAll(all));
        long begin = System.nanoTime();

        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .until(() -> sql.sql("select count(*) from outbox where open_lane like 'relay-%'")
                                .query(Long.class)
                                .single()
                        == 0);

        double seconds = (System.nanoTime() - begin) / 1e9;
        log.warn("{} messages in {} s: {} a second", messages, (long) seconds, (long) (messages / seconds));
        assertThat(messages / seconds).isGreaterThan(100);
    }

    @Test
    void million_sent_rows_cost_the_poll_nothing() {
        long empty = poll();
        sql.sql("""
                insert into outbox (message_key, kind, target, target_id, lane, state, not_before, queued_at, final_at, content)
                with recursive d (i) as (select 0 union all select i + 1 from d where i < 999),
                     n (i) as (select a.i * 1000 + b.i from d a cross join d b)
                select concat('sent-', i), 'POST', 'GROUP', 'g', concat('sent-', i % 500), 'SENT', '2026-01-01', '2026-01-01',
                       '2099-01-01', '{}'
                  from n
                """).update();
        sql.sql("analyze table outbox").query().listOfRows();

        long full = poll();

        log.warn("poll with nothing waiting: {} us empty, {} us with 1,000,000 sent rows", empty, full);
        assertThat(full).isLessThan(empty * 5);
    }

    /** Median of the statements of a round, in microseconds. */
    private long poll() {
        long[] micros = LongStream.range(0, 501)
                .map(round -> {
                    long begin = System.nanoTime();
                    rows.heads("", 256);
                    rows.head("nobody");
                    rows.bans("nobody", Instant.EPOCH);
                    return (System.nanoTime() - begin) / 1000;
                })
                .toArray();
        Arrays.sort(micros);
        return micros[micros.length / 2];
    }
}
