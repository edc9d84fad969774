package ecobot.outbox;

import static ecobot.outbox.OutgoingFixture.post;
import static ecobot.outbox.OutgoingFixture.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecobot.audit.Alarms;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Plan;
import ecobot.testing.EdgesFakedIT;
import ecobot.testing.FakeMessenger;
import ecobot.testing.Plans;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EdgesFakedIT
class OutboxIT {

    private static final Logger log = LoggerFactory.getLogger(OutboxIT.class);

    private final Outbox outbox;
    private final FakeMessenger messenger;
    private final Alarms alarms;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SqlSessionFactory sessions;

    @Autowired
    OutboxIT(
            Outbox outbox,
            FakeMessenger messenger,
            Alarms alarms,
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock,
            SqlSessionFactory sessions) {
        this.outbox = outbox;
        this.messenger = messenger;
        this.alarms = alarms;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.sessions = sessions;
    }

    @Test
    void message_leaves_once_however_often_its_key_is_stored() {
        assertThat(outbox.enqueue(reply("once", "once"))).isTrue();
        assertThat(outbox.enqueue(reply("once", "once"))).isFalse();

        awaitState("once", "SENT");
        assertThat(messenger.attempts("once")).singleElement().satisfies(attempted -> {
            assertThat(attempted.message()).isEqualTo(reply("once", "once"));
            assertThat(attempted.attempt().number()).isOne();
        });
        assertThat(count("select count(*) from outbox where message_key = 'once' and session_url is null"))
                .isOne();
    }

    @Test
    void stored_key_does_not_spoil_the_transaction_that_stores_it_again() {
        transaction.executeWithoutResult(status -> {
            outbox.enqueue(reply("spoil", "spoil-1"));
            outbox.enqueue(reply("spoil", "spoil-1"));
            outbox.enqueue(reply("spoil", "spoil-2"));
        });

        awaitState("spoil-2", "SENT");
        assertThat(keys("spoil")).containsExactly("spoil-1", "spoil-2");
    }

    @Test
    void message_of_a_transaction_that_is_rolled_back_never_leaves() {
        transaction.executeWithoutResult(status -> {
            outbox.enqueue(reply("undone", "undone-1"));
            status.setRollbackOnly();
        });
        outbox.enqueue(reply("undone", "undone-2"));

        awaitState("undone-2", "SENT");
        assertThat(keys("undone")).containsExactly("undone-2");
    }

    @Test
    void order_in_a_lane_outlives_every_third_attempt_failing() {
        int lanes = 20;
        int messages = 25;
        for (int lane = 0; lane < lanes; lane++) {
            messenger.answers("order-" + lane, OutboxIT::failsNowAndThen);
        }

        transaction.executeWithoutResult(status -> IntStream.range(0, lanes * messages)
                .forEach(i ->
                        outbox.enqueue(post("order-" + i % lanes, "order-%02d-%03d".formatted(i % lanes, i / lanes)))));

        await().until(() ->
                count("select count(*) from outbox where lane like 'order-%' and state = 'SENT'") == lanes * messages);
        for (int lane = 0; lane < lanes; lane++) {
            assertThat(keys("order-%02d".formatted(lane)).stream().distinct().toList())
                    .isSorted()
                    .hasSize(messages);
        }
        assertThat(messenger.attempts("order-")).hasSizeGreaterThan(lanes * messages * 5 / 4);
        assertThat(messenger.mostInOneLane()).isOne();
        assertThat(messenger.mostAtOnce()).isLessThanOrEqualTo(4);
    }

    @Test
    void answer_overtakes_posts_that_wait_in_its_lane_and_no_other_answer() {
        var asked = new AtomicBoolean();
        messenger.answers(
                "overtaken",
                (message, attempt) -> message.key().equals("overtaken-post-0") && !asked.get()
                        ? new Messenger.Unreachable("told to", Duration.ofMillis(50))
                        : FakeMessenger.sent(attempt));
        outbox.enqueueAll(IntStream.range(0, 5)
                .mapToObj(i -> post("overtaken", "overtaken-post-" + i))
                .toList());
        await().until(() -> !messenger.attempts("overtaken-post-0").isEmpty());
        outbox.enqueue(reply("overtaken", "overtaken-reply-0"));
        outbox.enqueue(reply("overtaken", "overtaken-reply-1"));
        asked.set(true);

        awaitState("overtaken-post-4", "SENT");
        assertThat(keys("overtaken").stream().distinct().toList())
                .containsExactly(
                        "overtaken-post-0",
                        "overtaken-reply-0",
                        "overtaken-reply-1",
                        "overtaken-post-1",
                        "overtaken-post-2",
                        "overtaken-post-3",
                        "overtaken-post-4");
    }

    @Test
    void answer_that_is_tried_again_does_not_wait_for_an_older_message() {
        messenger.answers(
                "retried",
                (message, attempt) -> message.key().equals("retried-reply") && attempt.number() > 1
                        ? FakeMessenger.sent(attempt)
                        : new Messenger.Unreachable(
                                "no-connection",
                                message.kind() == Outgoing.Kind.REPLY ? Duration.ofSeconds(1) : Duration.ofMinutes(5)));
        outbox.enqueue(post("retried", "retried-post"));
        awaitState("retried-post", "RETRY");
        outbox.enqueue(reply("retried", "retried-reply"));

        awaitState("retried-reply", "SENT");
        assertThat(state("retried-post")).isEqualTo("RETRY");
    }

    @Test
    void answer_that_another_node_left_behind_does_not_wait_for_an_older_message() {
        outbox.enqueue(reply("left-by", "left-by"));
        awaitState("left-by", "SENT");
        sql.sql("""
                insert into outbox (message_key, kind, target, target_id, lane, open_lane, not_before, queued_at, content)
                select concat('left-', made.kind), made.kind, 'GROUP', 'left', 'left', 'left',
                       date_add(o.queued_at, interval made.minutes minute), o.queued_at, o.content
                  from (select 'POST' as kind, 5 as minutes union all select 'REPLY', 0) made
                  join outbox o on o.message_key = 'left-by'
                 order by made.kind
                """).update();

        awaitState("left-REPLY", "SENT");
        assertThat(state("left-POST")).isEqualTo("QUEUED");
    }

    @Test
    void round_takes_a_step_in_an_index_for_the_first_answer_of_a_lane() {
        sql.sql("""
                insert into outbox (message_key, kind, target, target_id, lane, open_lane, not_before, queued_at, content)
                with recursive d (i) as (select 0 union all select i + 1 from d where i < 49),
                     n (i) as (select a.i * 50 + b.i from d a cross join d b)
                select concat('plan-', i), if(i % 3 = 0, 'REPLY', 'POST'), 'GROUP', i % 100, concat('plan-', i % 100),
                       concat('plan-', i % 100), '2099-01-01', '2099-01-01', '{}' from n
                """).update();
        sql.sql("analyze table outbox").query().listOfRows();
        try {
            assertThat(new Plans(sessions).of(OutboxMapper.class, "heads", Map.of("after", "", "limit", 256)))
                    .filteredOn(step -> step.table().equals("a"))
                    .singleElement()
                    .satisfies(step -> {
                        assertThat(step.type()).isEqualTo("ref");
                        assertThat(step.key()).isEqualTo("ix_outbox__open_answer");
                        assertThat(step.extra()).contains("Using index").doesNotContain("filesort");
                    });
        } finally {
            sql.sql("delete from outbox where message_key like 'plan-%'").update();
        }
    }

    @Test
    void poisoned_message_is_parked_and_its_lane_goes_on() {
        messenger.answers(
                "poison",
                (message, attempt) -> message.key().equals("poison-1")
                        ? new Messenger.Retry("system-busy", Duration.ZERO)
                        : FakeMessenger.sent(attempt));

        outbox.enqueue(post("poison", "poison-1"));
        outbox.enqueue(post("poison", "poison-2"));

        await().until(() -> {
            sql.sql(
                            "update outbox set busy_since = date_sub(busy_since, interval 15 minute) where message_key = 'poison-1'")
                    .update();
            return state("poison-2").equals("SENT");
        });
        assertThat(state("poison-1")).isEqualTo("FAILED");
        awaitAlarm("outbox-failed");
    }

    @Test
    void platform_that_is_busy_for_more_than_a_few_attempts_fails_no_message() {
        messenger.answers(
                "busy",
                (message, attempt) -> attempt.number() <= 6
                        ? new Messenger.Retry("platform-busy", Duration.ofMillis(5))
                        : FakeMessenger.sent(attempt));

        outbox.enqueue(post("busy", "busy"));

        awaitState("busy", "SENT");
        assertThat(messenger.attempts("busy")).hasSize(7);
    }

    @Test
    void unreachable_platform_uses_up_no_tries() {
        messenger.answers(
                "down",
                (message, attempt) -> attempt.number() <= 12
                        ? new Messenger.Unreachable("no-connection", Duration.ofMillis(5))
                        : FakeMessenger.sent(attempt));

        outbox.enqueue(reply("down", "down"));

        awaitState("down", "SENT");
        assertThat(messenger.attempts("down")).hasSize(13);
    }

    @Test
    void sender_that_dies_after_a_keyed_attempt_repeats_it_the_same_way() {
        messenger.plans("keyed", closed -> Optional.of(new Plan(Channel.CUSTOM_ROBOT, true)));
        messenger.answers("keyed", (message, attempt) -> diesOn(1, attempt));

        outbox.enqueue(post("keyed", "keyed"));

        awaitState("keyed", "SENT");
        assertThat(messenger.attempts("keyed"))
                .extracting(FakeMessenger.Attempted::attempt)
                .containsExactly(
                        new Messenger.Attempt(1, new Plan(Channel.CUSTOM_ROBOT, true), false, false),
                        new Messenger.Attempt(2, new Plan(Channel.CUSTOM_ROBOT, true), false, true));
    }

    @Test
    void sender_that_dies_after_an_attempt_without_key_repeats_it_once_with_a_mark() {
        messenger.answers("unkeyed", (message, attempt) -> diesOn(1, attempt));

        outbox.enqueue(reply("unkeyed", "unkeyed"));

        awaitState("unkeyed", "SENT");
        assertThat(messenger.attempts("unkeyed"))
                .extracting(attempted -> attempted.attempt().repeatMarked())
                .containsExactly(false, true);
    }

    @Test
    void message_whose_repeat_ends_in_the_dark_too_is_left_to_an_operator() {
        messenger.answers(
                "dark",
                (message, attempt) -> message.key().equals("dark-1")
                        ? new Messenger.Unknown("timeout", false)
                        : FakeMessenger.sent(attempt));

        outbox.enqueue(post("dark", "dark-1"));
        outbox.enqueue(post("dark", "dark-2"));

        awaitState("dark-2", "SENT");
        assertThat(state("dark-1")).isEqualTo("UNKNOWN");
        assertThat(messenger.attempts("dark-1")).hasSize(2);
        awaitAlarm("outbox-unknown");
    }

    @Test
    void banned_way_is_left_alone_and_another_one_taken() {
        messenger.plans(
                "ban",
                closed -> Optional.of(
                        closed.contains(Channel.SESSION_WEBHOOK)
                                ? new Plan(Channel.APP_GROUP, false)
                                : new Plan(Channel.SESSION_WEBHOOK, false)));
        messenger.answers(
                "ban",
                (message, attempt) -> attempt.plan().channel() == Channel.SESSION_WEBHOOK
                        ? new Messenger.Banned(
                                Channel.SESSION_WEBHOOK, clock.instant().plusSeconds(600))
                        : FakeMessenger.sent(attempt));

        outbox.enqueue(reply("ban", "ban-1"));
        outbox.enqueue(reply("ban", "ban-2"));

        awaitState("ban-2", "SENT");
        assertThat(messenger.attempts("ban-"))
                .extracting(attempted -> attempted.attempt().plan().channel())
                .containsExactly(Channel.SESSION_WEBHOOK, Channel.APP_GROUP, Channel.APP_GROUP);
    }

    @Test
    void backlog_leaves_at_more_than_a_hundred_a_second() {
        int messages = 2_000;
        transaction.executeWithoutResult(status ->
                IntStream.range(0, messages).forEach(i -> outbox.enqueue(post("backlog-" + i % 500, "backlog-" + i))));
        long begin = System.nanoTime();

        await().until(() -> count("select count(*) from outbox where open_lane like 'backlog-%'") == 0);

        assertThat(messenger.attempts("backlog-")).hasSize(messages);
        log.warn("{} messages in 500 lanes sent in {} ms", messages, (System.nanoTime() - begin) / 1_000_000);
    }

    /** The same attempt always ends the same way, so this test cannot be lucky. */
    private static Messenger.Result failsNowAndThen(Outgoing message, Messenger.Attempt attempt) {
        int dice = Math.floorMod((message.key() + attempt.number()).hashCode() * 31 >> 3, 100);
        if (dice < 10) {
            return new Messenger.Retry("system-busy", Duration.ZERO);
        }
        return dice < 30 ? new Messenger.Unreachable("throttled", Duration.ofMillis(5)) : FakeMessenger.sent(attempt);
    }

    private static Messenger.Result diesOn(int number, Messenger.Attempt attempt) {
        if (attempt.number() == number) {
            throw new SenderDied();
        }
        return FakeMessenger.sent(attempt);
    }

    private void awaitState(String key, String state) {
        await().until(() -> state.equals(state(key)));
    }

    private void awaitAlarm(String code) {
        await().until(() ->
                alarms.raised().stream().anyMatch(alarm -> alarm.code().equals(code)));
    }

    private String state(String key) {
        return sql.sql("select state from outbox where message_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private List<String> keys(String prefix) {
        return messenger.attempts(prefix).stream()
                .map(FakeMessenger.Attempted::key)
                .toList();
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    /** Takes the sender's thread with it, as a crash would. */
    private static final class SenderDied extends Error {}
}
