package ecobot.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.EdgesFakedIT;
import ecobot.testing.Plans;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every statement that runs again and again finds its rows by an index, in tables as full as after a busy month. */
@EdgesFakedIT
class WorkingStatementsIT {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final String LANE = "0".repeat(32);

    private final Plans plans;
    private final JdbcClient sql;

    @Autowired
    WorkingStatementsIT(SqlSessionFactory sessions, JdbcClient sql) {
        this.plans = new Plans(sessions);
        this.sql = sql;
    }

    @BeforeEach
    void a_month_of_messages() {
        if (count("select count(*) from inbox where robot_code = 'plans'") == 0) {
            fill();
        }
    }

    /** Handled long ago in the future's eyes: nobody works on these rows, nobody deletes them. */
    private void fill() {
        sql.sql("""
                insert into inbox (robot_code, msg_id, lane, state, received_at, stored_at, done_at, message, raw)
                with recursive d (i) as (select 0 union all select i + 1 from d where i < 140),
                     n (i) as (select a.i * 141 + b.i from d a cross join d b)
                select 'plans', i, md5(i % 300), 'DONE', '2099-01-01', '2099-01-01', '2099-01-01', '{}', '{}' from n
                """).update();
        sql.sql("""
                insert into outbox (message_key, kind, target, target_id, lane, state, not_before, queued_at, final_at, content)
                with recursive d (i) as (select 0 union all select i + 1 from d where i < 140),
                     n (i) as (select a.i * 141 + b.i from d a cross join d b)
                select concat('plans-', i), 'POST', 'GROUP', i % 300, i % 300, 'SENT', '2099-01-01', '2099-01-01',
                       '2099-01-01', '{}' from n
                """).update();
        sql.sql("""
                insert into media_fetch (robot_code, code_hash, state, not_before, wanted_at)
                with recursive d (i) as (select 0 union all select i + 1 from d where i < 140),
                     n (i) as (select a.i * 141 + b.i from d a cross join d b)
                select 'plans', sha2(i, 256), 'HELD', '2099-01-01', '2099-01-01' from n
                """).update();
        sql.sql("""
                insert into inbox_lane (lane, owner, leased_until)
                with recursive d (i) as (select 0 union all select i + 1 from d where i < 140),
                     n (i) as (select a.i * 141 + b.i from d a cross join d b)
                select md5(concat('plans', i)), 'plans', '2099-01-01' from n
                """).update();
        sql.sql("analyze table inbox, inbox_lane, outbox, outbox_ban, media_fetch")
                .query()
                .listOfRows();
    }

    @TestFactory
    Stream<DynamicTest> statement_uses_an_index() {
        var one = Map.of("id", 1L, "attempts", 0, "now", NOW, "errorCode", "E-2345");
        return Stream.of(
                inbox("waiting", Map.of("lane", LANE, "limit", 20)),
                inbox("known", Map.of("robotCode", "plans", "msgIds", List.of("1", "2"))),
                inbox("done", one),
                inbox("failedOnce", one),
                inbox("failed", one),
                inbox("backlog", Map.of()),
                inbox("deleteDone", Map.of("before", NOW, "limit", 500)),
                lanes("waiting", Map.of("after", "", "limit", 256)),
                lanes("leased", Map.of("lanes", List.of(LANE), "owner", "me")),
                lanes("renew", Map.of("lane", LANE, "owner", "me", "until", NOW)),
                lanes("release", Map.of("lanes", List.of(LANE), "owner", "me", "now", NOW)),
                lanes("deleteUnused", Map.of("before", NOW, "limit", 500)),
                outbox("heads", Map.of("after", "", "limit", 256)),
                outbox("head", Map.of("lane", "1")),
                outbox("backlog", Map.of()),
                outbox("behind", Map.of("lane", "1", "id", 1L, "limit", 30)),
                outbox("alike", Map.of("id", 1L, "now", NOW, "limit", 19)),
                outbox("ended", Map.of("state", "UNKNOWN", "since", NOW)),
                outbox("deleteFinal", Map.of("before", NOW, "limit", 500)),
                media("due", Map.of("now", NOW, "limit", 32)),
                media("again", Map.of("id", 1L, "notBefore", NOW)));
    }

    @Test
    void checker_sees_a_statement_without_index() {
        sql.sql("alter table inbox drop index ix_inbox__done_at").update();
        try {
            assertThat(plans.readingAll(InboxMapper.class, "deleteDone", Map.of("before", NOW, "limit", 500), "inbox"))
                    .isNotEmpty();
        } finally {
            sql.sql("create index ix_inbox__done_at on inbox (done_at, id)").update();
        }
    }

    private DynamicTest inbox(String method, Map<String, ?> parameters) {
        return check(InboxMapper.class, method, parameters);
    }

    private DynamicTest lanes(String method, Map<String, ?> parameters) {
        return check(LaneMapper.class, method, parameters);
    }

    private DynamicTest outbox(String method, Map<String, ?> parameters) {
        return check(mapper("ecobot.outbox.OutboxMapper"), method, parameters);
    }

    private DynamicTest media(String method, Map<String, ?> parameters) {
        return check(mapper("ecobot.media.MediaMapper"), method, parameters);
    }

    private DynamicTest check(Class<?> mapper, String method, Map<String, ?> parameters) {
        return DynamicTest.dynamicTest(
                mapper.getSimpleName() + "." + method,
                () -> assertThat(plans.readingAll(
                                mapper, method, parameters, "inbox", "inbox_lane", "outbox", "o", "media_fetch"))
                        .isEmpty());
    }

    private static Class<?> mapper(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }
}
