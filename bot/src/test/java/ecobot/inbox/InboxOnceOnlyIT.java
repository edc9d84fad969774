package ecobot.inbox;

import static ecobot.inbox.IncomingFixture.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecobot.testing.EdgesFakedIT;
import ecobot.testing.Threads;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What "once only" rests on: the unique key and the state in the mark. Each is shown to be needed by taking it away. */
@EdgesFakedIT
class InboxOnceOnlyIT {

    private final InboxWriter writer;
    private final InboxMapper inbox;
    private final InboxHandler handler;
    private final Clock machineClock;
    private final PlatformTransactionManager transactions;
    private final JdbcClient sql;

    @Autowired
    InboxOnceOnlyIT(
            InboxWriter writer,
            InboxMapper inbox,
            InboxHandler handler,
            @Qualifier("machineClock") Clock machineClock,
            PlatformTransactionManager transactions,
            JdbcClient sql) {
        this.writer = writer;
        this.inbox = inbox;
        this.handler = handler;
        this.machineClock = machineClock;
        this.transactions = transactions;
        this.sql = sql;
    }

    @Test
    void two_nodes_that_store_one_message_at_the_same_time_make_one_row() {
        storeAtTheSameTime("race-1");

        assertThat(rows("race-1")).isOne();
    }

    @Test
    void without_the_unique_key_they_would_make_two() {
        sql.sql("alter table inbox drop index uk_inbox__message").update();
        try {
            storeAtTheSameTime("race-2");

            assertThat(rows("race-2")).isEqualTo(2);
        } finally {
            await().until(() -> waiting("race-2") == 0);
            sql.sql("delete from inbox where msg_id = 'race-2'").update();
            sql.sql("alter table inbox add constraint uk_inbox__message unique (robot_code, msg_id)")
                    .update();
        }
    }

    @Test
    void node_that_was_paused_does_not_handle_again_what_another_one_handled() {
        StoredMessage stale = handledMeanwhile("paused-1");

        handling(inbox).handle(stale);

        assertThat(handledTimes("paused-1")).isOne();
    }

    @Test
    void without_the_state_in_the_mark_it_would() {
        StoredMessage stale = handledMeanwhile("paused-2");

        handling(markingRegardlessOfState()).handle(stale);

        assertThat(handledTimes("paused-2")).isEqualTo(2);
    }

    /** The first node has not committed yet when the second one looks. */
    private void storeAtTheSameTime(String msgId) {
        List<IncomingMessage> messages = List.of(message("once", "u1", msgId, msgId));
        CompletableFuture<Void> second = new TransactionTemplate(transactions).execute(status -> {
            writer.store(messages);
            return endedOrBlocked(CompletableFuture.runAsync(() -> writer.store(messages), Threads.NEW));
        });
        second.join();
    }

    private static CompletableFuture<Void> endedOrBlocked(CompletableFuture<Void> other) {
        try {
            other.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return other; // it waits for the first one
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return other;
    }

    /** A message as a node read it before another one handled it. */
    private StoredMessage handledMeanwhile(String text) {
        IncomingMessage message = message("once", "u1", text, text);
        writer.store(List.of(message));
        long id = sql.sql("select id from inbox where msg_id = ?")
                .param(text)
                .query(Long.class)
                .single();
        await().until(() -> waiting(text) == 0);
        StoredMessage made = StoredMessage.of(message, machineClock.instant(), machineClock.instant());
        return new StoredMessage(
                id,
                made.robotCode(),
                made.msgId(),
                made.lane(),
                0,
                made.receivedAt(),
                made.storedAt(),
                null,
                null,
                made.message(),
                made.raw());
    }

    private Handling handling(InboxMapper mapper) {
        return new Handling(mapper, handler, machineClock, transactions, new SimpleMeterRegistry());
    }

    private InboxMapper markingRegardlessOfState() {
        return (InboxMapper) Proxy.newProxyInstance(
                InboxMapper.class.getClassLoader(),
                new Class<?>[] {InboxMapper.class},
                (proxy, method, arguments) -> method.getName().equals("done")
                        ? sql.sql("update inbox set attempts = attempts + 1 where id = ?")
                                .param(arguments[0])
                                .update()
                        : method.invoke(inbox, arguments));
    }

    private long rows(String msgId) {
        return count("select count(*) from inbox where msg_id = ?", msgId);
    }

    private long waiting(String msgId) {
        return count("select count(*) from inbox where state = 'NEW' and msg_id = ?", msgId);
    }

    private long handledTimes(String text) {
        return count("select count(*) from handled where text = ?", text);
    }

    private long count(String query, String parameter) {
        return sql.sql(query).param(parameter).query(Long.class).single();
    }
}
