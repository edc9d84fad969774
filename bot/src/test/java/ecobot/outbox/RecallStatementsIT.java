package ecobot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.EdgesFakedIT;
import ecobot.testing.Plans;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Taking a post back finds its messages among those of months by their key, and what waits among what is over. */
@EdgesFakedIT
class RecallStatementsIT {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private final Plans plans;
    private final JdbcClient sql;
    private final Recalls recalls;
    private final TransactionTemplate transaction;

    @Autowired
    RecallStatementsIT(SqlSessionFactory sessions, JdbcClient sql, Recalls recalls, TransactionTemplate transaction) {
        this.plans = new Plans(sessions);
        this.sql = sql;
        this.recalls = recalls;
        this.transaction = transaction;
    }

    @Test
    void no_statement_reads_a_whole_table() {
        fill();

        var post = Map.of("post", "post:4711", "now", NOW, "since", NOW, "request", 1L);
        for (var method : new String[] {"preview", "stop", "giveUp", "addItems"}) {
            assertThat(plans.readingAll(RecallMapper.class, method, post, "outbox", "o", "i", "recall_item"))
                    .as(method)
                    .isEmpty();
        }
        assertThat(plans.readingAll(RecallMapper.class, "due", Map.of("now", NOW, "limit", 20), "recall_item"))
                .isEmpty();
        assertThat(plans.readingAll(RecallMapper.class, "finished", Map.of(), "r", "d", "f", "w"))
                .isEmpty();
        assertThat(plans.readingAll(DeliveryMapper.class, "messages", Map.of("number", 1L), "recall_item"))
                .isEmpty();
        var posts = new HashMap<String, Object>(Map.of("numbers", List.of(1L, 2L)));
        posts.put("conversationIds", null);
        assertThat(plans.readingAll(DeliveryMapper.class, "counts", posts, "recall_item"))
                .isEmpty();
    }

    @Test
    void people_who_were_told_by_one_call_have_one_message_to_be_taken_back() {
        for (var person : List.of("manager-1", "admin-1")) {
            sql.sql("""
                    insert into outbox (message_key, kind, target, target_id, lane, state, channel, platform_id, not_before,
                                        queued_at, final_at, content)
                    values (concat('post:4712:', ?), 'POST', 'PERSON', ?, concat('private:', ?), 'SENT', 'APP_PRIVATE',
                            'told-together', now(3), now(3), '2099-01-01', '{}')
                    """).params(person, person, person).update();
        }

        assertThat(recalls.preview("post:4712").recallable()).isEqualTo(1);
        var recalled = transaction.execute(status -> recalls.ask("post:4712", "nobody"));
        assertThat(recalled.recallable()).isEqualTo(1);
    }

    /** Final long after anything else looks. */
    private void fill() {
        sql.sql("""
                insert into outbox (message_key, kind, target, target_id, lane, state, channel, platform_id, not_before,
                                    queued_at, final_at, content)
                with recursive d (i) as (select 0 union all select i + 1 from d where i < 70),
                     n (i) as (select a.i * 71 + b.i from d a cross join d b)
                select concat('recalls-', i), 'POST', 'GROUP', i % 300, i % 300, 'SENT', 'APP_GROUP', concat('recalls-', i),
                       '2099-01-01', '2099-01-01', '2099-01-01', '{}' from n
                """).update();
        sql.sql("""
                insert into recall_request (post, staff_id, requested_at, stopped, unable, ended_at)
                with recursive n (i) as (select 0 union all select i + 1 from n where i < 500)
                select concat('recalls-', i), 'nobody', '2099-01-01', 0, 0, '2099-01-01' from n
                """).update();
        sql.sql("""
                insert into recall_item (request_id, is_group, target_id, platform_id, state, not_before)
                select r.id, true, o.target_id, o.platform_id, 'DONE', '2099-01-01'
                  from recall_request r
                  join outbox o on o.target_id = r.id % 300
                 where o.message_key like 'recalls-%'
                   and r.staff_id = 'nobody'
                """).update();
        sql.sql("analyze table outbox, recall_request, recall_item").query().listOfRows();
    }
}
