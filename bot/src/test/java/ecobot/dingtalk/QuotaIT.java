package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.testing.EdgesFakedIT;
import java.time.Clock;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A month that runs out: who hears of it, and what gives way. */
@EdgesFakedIT
class QuotaIT {

    @Autowired
    QuotaMeter meter;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    /** Calls that other tests of this context made just before are stored first, and forgotten. */
    @BeforeEach
    @AfterEach
    void newMonth() {
        meter.flush();
        sql.sql("delete from quota_use").update();
        meter.flush();
    }

    @Test
    void optional_posts_give_way_at_ninety_per_cent_and_admins_hear_at_seventy_and_ninety() {
        // Not to the call: what another test of this context sent a moment ago may be counted here.
        use(3490);
        assertThat(told()).isEmpty();
        use(10);
        assertThat(told()).singleElement().asString().contains("接口调用本月已用 70%").containsPattern("350\\d/5000");
        use(980);
        outbox.enqueue(post("quota-before", true));
        awaitState("quota-before", "SENT null");

        use(20);
        use(1);

        assertThat(meter.isShort(Channel.APP_GROUP)).isTrue();
        assertThat(meter.isShort(Channel.CUSTOM_ROBOT)).as("another account").isFalse();
        assertThat(told()).hasSize(2).last().asString().contains("90%", "可选的群发停发");
        outbox.enqueue(post("quota-optional", true));
        outbox.enqueue(post("quota-reminder", false));
        awaitState("quota-optional", "FAILED quota-reserved");
        awaitState("quota-reminder", "SENT null");
    }

    private void use(int calls) {
        for (int call = 0; call < calls; call++) {
            meter.count(QuotaMeter.Counter.OPEN_API);
        }
        meter.flush();
        meter.isShort(Channel.APP_GROUP);
        meter.flush();
    }

    private List<String> told() {
        return sql.sql("select content from outbox where message_key like 'quota:%' order by id")
                .query(String.class)
                .list();
    }

    private static Outgoing post(String key, boolean optional) {
        return new Outgoing(
                key,
                new Outgoing.GroupTarget(key, null),
                new Outgoing.Markdown("t", "t"),
                List.of(),
                Outgoing.Kind.POST,
                optional);
    }

    private void awaitState(String key, String state) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(sql.sql(
                                        "select concat(state, ' ', coalesce(reason, 'null')) from outbox where message_key = ?")
                                .param(key)
                                .query(String.class)
                                .single())
                        .isEqualTo(state));
    }
}
