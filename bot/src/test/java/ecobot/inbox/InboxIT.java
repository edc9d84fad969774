package ecobot.inbox;

import static ecobot.inbox.IncomingFixture.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecobot.testing.EdgesFakedIT;
import ecobot.testing.RecordingHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EdgesFakedIT
class InboxIT {

    private static final Logger log = LoggerFactory.getLogger(InboxIT.class);

    private final Inbox inbox;
    private final RecordingHandler handler;
    private final JdbcClient sql;

    @Autowired
    InboxIT(Inbox inbox, RecordingHandler handler, JdbcClient sql) {
        this.inbox = inbox;
        this.handler = handler;
        this.sql = sql;
    }

    @Test
    void ten_thousand_messages_delivered_three_times_are_each_handled_once() {
        int messages = 10_000;
        List<IncomingMessage> burst = IntStream.range(0, messages)
                .mapToObj(i -> message("burst-" + i % 50, "u" + i % 200, "burst-" + i, "burst " + i))
                .toList();
        AtomicLong slowest = new AtomicLong();
        long begin = System.nanoTime();
        var connections = Executors.newFixedThreadPool(3);

        var deliveries = IntStream.range(0, 3)
                .mapToObj(copy -> CompletableFuture.supplyAsync(() -> deliver(burst, slowest), connections))
                .toList();
        deliveries.stream().flatMap(delivery -> delivery.join().stream()).forEach(CompletableFuture::join);
        long stored = System.nanoTime();
        connections.shutdown();

        assertThat(count("select count(*) from inbox where msg_id like 'burst-%'"))
                .isEqualTo(messages);
        await().until(() -> count("select count(*) from inbox where state = 'NEW' and msg_id like 'burst-%'") == 0);
        long handled = System.nanoTime();
        assertThat(count("select count(*) from handled where conversation like 'burst-%'"))
                .isEqualTo(messages);
        assertThat(count("select count(distinct text) from handled where conversation like 'burst-%'"))
                .isEqualTo(messages);
        assertThat(disorder("burst-%")).isZero();
        log.warn(
                "30,000 deliveries stored in {} ms, slowest {} ms, all handled after {} ms",
                millis(stored - begin),
                millis(slowest.get()),
                millis(handled - begin));
    }

    @Test
    void message_keeps_all_it_said_and_forgets_its_session() {
        IncomingMessage said = message("keeps", "u1", "keeps-1", "你好");

        inbox.accept(said).join();

        await().until(() -> count("select count(*) from handled where conversation = 'keeps'") == 1);
        assertThat(sql.sql("select raw from inbox where msg_id = 'keeps-1'")
                        .query(String.class)
                        .single())
                .isEqualTo(said.raw());
        assertThat(count("select count(*) from inbox where msg_id = 'keeps-1' and session_url is null"))
                .isOne();
    }

    @Test
    void photo_is_wished_for_together_with_its_message() {
        inbox.accept(message("photo", "u1", "photo-1", "", List.of("code-1", "code-2", "code-1")))
                .join();

        assertThat(count("""
                select count(*)
                  from media_fetch
                 where robot_code = 'robot' and code_hash in (sha2('code-1', 256), sha2('code-2', 256))
                """)).isEqualTo(2);
    }

    @Test
    void failing_message_is_given_up_after_three_attempts_and_its_lane_goes_on() {
        handler.failsOn("poison", 3);

        accept("lane", "before", "poison", "after");

        await().until(() -> texts("lane").contains("after"));
        assertThat(texts("lane")).containsExactly("before", "after");
        assertThat(handler.givenUp()).singleElement().asString().matches("poison E-[2-9A-Z]{4}");
        assertThat(count("select count(*) from inbox where state = 'FAILED' and error_code is not null"))
                .isOne();
    }

    @Test
    void failure_that_passes_does_not_change_the_order() {
        handler.failsOn("unlucky", 2);

        accept("retry", "one", "unlucky", "three");

        await().until(() -> texts("retry").contains("three"));
        assertThat(texts("retry")).containsExactly("one", "unlucky", "three");
    }

    private List<CompletableFuture<Void>> deliver(List<IncomingMessage> burst, AtomicLong slowest) {
        List<CompletableFuture<Void>> accepted = new ArrayList<>();
        for (IncomingMessage message : burst) {
            long begin = System.nanoTime();
            accepted.add(inbox.accept(message)
                    .thenRun(() -> slowest.accumulateAndGet(System.nanoTime() - begin, Math::max)));
        }
        return accepted;
    }

    private void accept(String conversation, String... texts) {
        for (String text : texts) {
            inbox.accept(message(conversation, "u1", conversation + "-" + text, text))
                    .join();
        }
    }

    private List<String> texts(String conversation) {
        return sql.sql("select text from handled where conversation = ? order by id")
                .param(conversation)
                .query(String.class)
                .list();
    }

    /** Pairs of messages of one lane that were handled in another order than they came in. */
    private long disorder(String conversations) {
        return count("""
                select count(*)
                  from (select h.id - lag(h.id) over (partition by i.lane order by i.id) as step
                          from inbox i
                          join handled h on h.item_id = i.id
                         where h.conversation like '%s') steps
                 where step < 0
                """.formatted(conversations));
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }
}
