package ecobot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecobot.chat.CommandCall;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.inbox.IncomingMessage;
import ecobot.outbox.Messenger;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Recalls;
import ecobot.roster.Roster;
import ecobot.testing.EdgesFakedIT;
import ecobot.testing.FakeMessenger;
import ecobot.testing.Plans;
import ecobot.text.Folding;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.ibatis.session.SqlSessionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What people are told of a post, and what they make of what failed or is unknown. */
@EdgesFakedIT
class ResultCommandIT {

    private static final List<String> GROUPS = List.of("cidXinfeng", "cidFengqiao", "cidDaqiao", "cidYuxin");

    @Autowired
    ResultCommand command;

    @Autowired
    Outbox outbox;

    @Autowired
    Recalls recalls;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    FakeMessenger messenger;

    @Autowired
    Templates templates;

    @Autowired
    Roster roster;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    SqlSessionFactory sessions;

    @Test
    void only_what_failed_is_sent_again_and_is_told_at_each_step() {
        refuseUntilAskedAgain("cidXinfeng", "post:7001:");
        refuseUntilAskedAgain("cidFengqiao", "post:7001:");
        long number = post(7001);
        awaitStates(number, Map.of("SENT", 4L, "FAILED", 4L));

        assertThat(say("manager-1", "")).contains("**" + number + "** 排名", "到了 2/4", "没发成 2");
        assertThat(say("manager-1", "" + number))
                .contains("群已解散，或者不是本单位的内部群：新丰镇生态环境工作群、凤桥镇生态环境工作群", "/结果 " + number + " 补发", "到了 2")
                .doesNotContain("group-gone");
        assertThat(say("xinfeng-manager", "" + number))
                .as("a unit's manager sees the unit's groups")
                .contains("新丰镇")
                .doesNotContain("凤桥", "大桥");

        assertThat(say("manager-1", number + " 补发 新丰"))
                .contains("补发 1 个", "新丰镇")
                .doesNotContain("凤桥");
        awaitStates(number, Map.of("SENT", 6L, "FAILED", 2L));
        assertThat(say("manager-1", number + "补发")).contains("补发 1 个", "凤桥镇");
        awaitStates(number, Map.of("SENT", 8L));

        assertThat(messenger.attempts("post:7001:"))
                .filteredOn(attempted -> attempted.message().target().lane().equals("cidDaqiao"))
                .as("who got it gets it no second time")
                .hasSize(2);
        assertThat(messenger.attempts("post:7001:3:1"))
                .extracting(FakeMessenger.Attempted::message)
                .as("the frozen content")
                .allMatch(message -> message.content().equals(new Outgoing.Markdown("排名｜新丰", "第 1 部分")));
        assertThat(say("manager-1", "" + number)).contains("都到了");
        assertThat(sql.sql("select count(*) from audit_entry where subject = ? and action = 'result-resend'")
                        .param("post:" + number)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThatExceptionOfType(UserMistake.class).isThrownBy(() -> say("manager-1", number + " 补发"));
    }

    @Test
    void what_is_unknown_is_settled_or_sent_again_with_its_mark() {
        for (var lane : List.of("cidXinfeng", "cidFengqiao")) {
            messenger.answers(
                    lane,
                    (message, attempt) -> message.key().startsWith("post:7002:") && attempt.number() <= 2
                            ? new Messenger.Unknown("timeout", false)
                            : FakeMessenger.sent(attempt));
        }
        long number = post(7002);
        awaitStates(number, Map.of("SENT", 4L, "UNKNOWN", 4L));

        assertThat(say("admin-1", "" + number)).contains("不知道到没到 2", "可能已到", "重发");
        assertThat(say("admin-1", "已到 " + number + " 凤桥")).contains("记为已到 1 个", "凤桥镇");
        awaitStates(number, Map.of("SENT", 6L, "UNKNOWN", 2L));
        assertThat(say("admin-1", number + " 重发")).contains("重发 1 个", "可能重复");
        awaitStates(number, Map.of("SENT", 8L));

        assertThat(messenger.attempts("post:7002:"))
                .filteredOn(attempted -> attempted.message().target().lane().equals("cidFengqiao"))
                .as("what arrived is not sent again")
                .hasSize(4);
        assertThat(messenger.attempts("post:7002:3:1").get(2).attempt().repeatMarked())
                .isTrue();
    }

    @Test
    void what_was_stopped_before_it_left_is_not_sent_again() {
        for (var lane : List.of("cidXinfeng", "cidFengqiao")) {
            messenger.answers(
                    lane,
                    (message, attempt) -> message.key().startsWith("post:7004:")
                            ? new Messenger.Unreachable("platform-busy", Duration.ofHours(1))
                            : FakeMessenger.sent(attempt));
        }
        refuseUntilAskedAgain("cidYuxin", "post:7004:");
        long number = post(7004);
        awaitStates(number, Map.of("SENT", 2L, "FAILED", 2L, "RETRY", 2L, "QUEUED", 2L));

        var recalled = transaction.execute(status -> recalls.ask("post:7004", "manager-1"));
        assertThat(recalled.stopped()).isEqualTo(4);

        assertThat(say("manager-1", "")).contains("**" + number + "** 排名", "已撤回 2/4，还在 1，**没发成 1**");
        assertThat(say("manager-1", "" + number))
                .contains("已撤回 2/4", "还没发出去就停下了：新丰镇生态环境工作群、凤桥镇生态环境工作群", "**还在 1**")
                .doesNotContain("recalled");
        assertThat(say("xinfeng-manager", "" + number)).contains("号已撤回").doesNotContain("补发");
        assertThat(mistake("manager-1", number + " 补发 新丰")).contains("没有要补发的", "有 1 个已经撤回，不再发");
        assertThat(say("manager-1", number + " 补发")).contains("补发 1 个", "余新");
        awaitStates(number, Map.of("SENT", 4L, "FAILED", 4L));
    }

    @Test
    void what_may_have_arrived_when_its_post_was_taken_back_is_not_sent_again() {
        var silent = List.of("cidXinfeng", "cidFengqiao");
        var away = new AtomicBoolean(true);
        for (var lane : silent) {
            messenger.answers(lane, (message, attempt) -> {
                if (!away.get() || !message.key().startsWith("post:7005:")) {
                    return FakeMessenger.sent(attempt);
                }
                return attempt.number() == 1
                        ? new Messenger.Unknown("timeout", false)
                        : new Messenger.Unreachable("unreachable", Duration.ofHours(1));
            });
        }
        long number = post(7005);
        awaitStates(number, Map.of("SENT", 4L, "RETRY", 2L, "QUEUED", 2L));
        Awaitility.await()
                .until(() -> messenger.attempts("post:7005:").stream()
                                .filter(attempted -> attempted.attempt().repeatMarked())
                                .count()
                        == 2);
        awaitStates(number, Map.of("SENT", 4L, "RETRY", 2L, "QUEUED", 2L));
        assertThat(recalls.preview("post:7005").inDoubt()).isEqualTo(2);

        var asked = recalls.ask("post:7005", "manager-1");
        assertThat(asked.stopped()).isEqualTo(2);
        assertThat(asked.unable()).as("two in doubt").isGreaterThanOrEqualTo(2);

        int before = messenger.attempts("post:7005:").size();
        away.set(false);
        sql.sql("update outbox set not_before = queued_at where post_id = ?")
                .param(number)
                .update();
        for (var lane : silent) {
            var key = "behind-7005:" + lane;
            outbox.enqueue(new Outgoing(
                    key,
                    new Outgoing.GroupTarget(lane, null),
                    new Outgoing.Markdown("t", "t"),
                    List.of(),
                    Outgoing.Kind.NOTICE));
            Awaitility.await().until(() -> !messenger.attempts(key).isEmpty());
        }
        assertThat(messenger.attempts("post:7005:")).hasSize(before);

        assertThat(say("manager-1", "" + number))
                .contains("不知道到没到 2", "可能已到，撤不回，也不再发：新丰镇生态环境工作群、凤桥镇生态环境工作群", "已到")
                .doesNotContain("重发", "recalled");
        assertThat(mistake("manager-1", number + " 重发")).contains("没有要重发的", "有 2 个不知道到没到，但已经撤回，不再发");
        assertThat(say("manager-1", number + " 已到 凤桥")).contains("记为已到 1 个");
        awaitStates(number, Map.of("SENT", 5L, "UNKNOWN", 1L, "FAILED", 2L));
    }

    @Test
    void what_is_under_way_when_its_post_is_taken_back_is_not_attempted_a_second_time() {
        var results = Map.of(
                "cidXinfeng", new Messenger.Unknown("timeout", false),
                "cidFengqiao", new Messenger.Unreachable("unreachable", Duration.ofMillis(20)));
        var underWay = new CountDownLatch(results.size());
        var taken = new CountDownLatch(1);
        results.forEach((lane, result) -> messenger.answers(lane, (message, attempt) -> {
            if (!message.key().startsWith("post:7006:") || attempt.number() > 1) {
                return FakeMessenger.sent(attempt);
            }
            underWay.countDown();
            await(taken);
            return result;
        }));
        long number = post(7006);
        await(underWay);

        transaction.executeWithoutResult(status -> recalls.ask("post:7006", "manager-1"));
        taken.countDown();

        Awaitility.await()
                .untilAsserted(() -> assertThat(say("manager-1", "" + number))
                        .contains("可能已到，撤不回，也不再发：新丰镇生态环境工作群", "还没发出去就停下了：凤桥镇生态环境工作群"));
        assertThat(results.keySet())
                .allSatisfy(lane -> assertThat(messenger.attempts("post:7006:"))
                        .filteredOn(
                                attempted -> attempted.message().target().lane().equals(lane))
                        .hasSize(1));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void slip_is_told_with_an_example() {
        assertThat(mistake("admin-1", "99999999")).contains("没有 99999999 号");
        assertThat(mistake("admin-1", "12 13 补发")).contains("例如：/结果 12 补发");
        assertThat(mistake("admin-1", "新丰")).contains("例如：/结果 12 补发");
        long number = post(7003);
        awaitStates(number, Map.of("SENT", 8L));
        assertThat(mistake("admin-1", number + " 补发 火星")).contains("没有“火星”");
        assertThat(mistake("xinjia-1", "" + number)).contains("没有 " + number + " 号");
    }

    @Test
    void answer_and_what_goes_with_it_has_no_number() {
        outbox.enqueue(new Outgoing(
                "reply:robot:m:member:1",
                new Outgoing.PersonTarget("admin-1", null),
                new Outgoing.Markdown("t", "t"),
                List.of(),
                Outgoing.Kind.NOTICE));
        outbox.enqueue(new Outgoing(
                "redated:7:group:1",
                new Outgoing.GroupTarget("cidYuxin", null),
                new Outgoing.Markdown("日历", "t"),
                List.of(),
                Outgoing.Kind.NOTICE));

        assertThat(sql.sql("select message_key from outbox where post_id is not null and message_key like 're%'")
                        .query(String.class)
                        .list())
                .containsExactly("redated:7:group:1");
    }

    @Test
    void lists_are_found_by_index() {
        for (long occurrence = 7100; occurrence < 7140; occurrence++) {
            post(occurrence);
        }
        sql.sql("analyze table outbox, outbox_post").query().listOfRows();
        var plans = new Plans(sessions);
        Class<?> mapper;
        try {
            mapper = Class.forName("ecobot.outbox.DeliveryMapper");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        Map<String, Object> few = new java.util.HashMap<>(Map.of("numbers", List.of(1L, 2L)));
        few.put("conversationIds", null);

        assertThat(plans.readingAll(mapper, "messages", Map.of("number", 1L), "outbox"))
                .isEmpty();
        assertThat(plans.readingAll(mapper, "counts", few, "outbox")).isEmpty();
    }

    private void refuseUntilAskedAgain(String lane, String prefix) {
        messenger.answers(
                lane,
                (message, attempt) -> message.key().startsWith(prefix) && attempt.number() == 1
                        ? new Messenger.Refused("group-gone")
                        : FakeMessenger.sent(attempt));
    }

    /** Two parts to each of four groups. */
    private long post(long occurrence) {
        outbox.enqueueAll(GROUPS.stream()
                .flatMap(group -> java.util.stream.Stream.of(1, 2)
                        .map(part -> new Outgoing(
                                "post:" + occurrence + ":" + (3 + GROUPS.indexOf(group)) + ":" + part,
                                new Outgoing.GroupTarget(group, null),
                                new Outgoing.Markdown("排名｜新丰", "第 " + part + " 部分"),
                                List.of(),
                                Outgoing.Kind.POST)))
                .toList());
        return sql.sql("select id from outbox_post where post_key = ?")
                .param("post:" + occurrence)
                .query(Long.class)
                .single();
    }

    private void awaitStates(long number, Map<String, Long> states) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                sql.sql("select state, count(*) as n from outbox where post_id = ? group by state")
                                        .param(number)
                                        .query((row, index) -> Map.entry(row.getString(1), row.getLong(2)))
                                        .list())
                        .containsExactlyInAnyOrderElementsOf(states.entrySet()));
    }

    private String say(String staffId, String arguments) {
        var reply = command.handle(call(staffId, arguments));
        return templates.render(reply.template(), reply.view()).text();
    }

    private String mistake(String staffId, String arguments) {
        try {
            return say(staffId, arguments);
        } catch (UserMistake e) {
            return templates.render(e.reply().template(), e.reply().view()).text();
        }
    }

    private CommandCall call(String staffId, String arguments) {
        var member = roster.memberByStaffId(staffId).orElseThrow();
        var message = new IncomingMessage(
                "demo",
                "msg",
                "private",
                false,
                null,
                staffId,
                member.name(),
                clock.instant(),
                arguments,
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                false,
                "{}");
        return new CommandCall(member, null, arguments, Folding.fold(arguments), clock.instant(), 1, message);
    }
}
