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
import ecobot.outbox.Targets;
import ecobot.roster.Roster;
import ecobot.testing.EdgesFakedIT;
import ecobot.testing.FakeMessenger;
import ecobot.text.Folding;
import java.time.Clock;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A group that was disbanded, or that the robot was removed from. */
@EdgesFakedIT
class StoppedGroupIT {

    private static final String GROUP = "cidNanhu";

    @Autowired
    StoppedCommand command;

    @Autowired
    Outbox outbox;

    @Autowired
    Targets targets;

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

    private volatile boolean gone = true;

    @AfterEach
    void heal() {
        gone = false;
        targets.open(GROUP);
    }

    @Test
    void what_waits_for_it_fails_an_admin_hears_once_and_it_comes_back() {
        messenger.answers(
                GROUP,
                (message, attempt) -> gone ? new Messenger.TargetGone("group-gone") : FakeMessenger.sent(attempt));
        outbox.enqueueAll(List.of(reply("gone-1"), reply("gone-2"), reply("gone-3")));

        await(() -> assertThat(states("gone-"))
                .containsExactly("FAILED group-gone", "FAILED target-disabled", "FAILED target-disabled"));
        outbox.enqueue(notice("gone-4"));
        outbox.enqueueAll(List.of(notice("gone-5")));
        assertThat(states("gone-")).hasSize(5).allMatch(state -> state.startsWith("FAILED"));
        assertThat(messenger.attempts("gone-")).as("one question is enough").hasSize(1);
        await(() -> assertThat(told()).singleElement().asString().contains("南湖街道", "群已解散", "2 条"));
        assertThat(say("")).contains("1 个群停发", "南湖街道生态环境工作群");

        assertThatExceptionOfType(UserMistake.class).isThrownBy(() -> say("恢复 火星"));
        gone = false;
        assertThat(say("恢复 南湖街道")).contains("已恢复");
        outbox.enqueue(notice("gone-6"));

        await(() -> assertThat(states("gone-6")).containsExactly("SENT null"));
        assertThat(say("")).contains("没有停发");
    }

    @Test
    void who_is_answered_is_reached_although_the_group_is_stopped_and_so_it_is_back() {
        messenger.answers(
                GROUP,
                (message, attempt) -> message.key().startsWith("heard-")
                        ? FakeMessenger.sent(attempt)
                        : new Messenger.TargetGone("robot-removed"));
        outbox.enqueue(notice("unheard"));
        await(() -> assertThat(targets.stopped()).hasSize(1));

        outbox.enqueue(reply("heard-1"));

        await(() -> assertThat(states("heard-1")).containsExactly("SENT null"));
        await(() -> assertThat(targets.stopped()).isEmpty());
        assertThat(targets.open(GROUP)).isFalse();
    }

    private static Outgoing reply(String key) {
        return new Outgoing(key, target(), new Outgoing.Markdown("t", "t"), List.of(), Outgoing.Kind.REPLY);
    }

    private static Outgoing notice(String key) {
        return new Outgoing(key, target(), new Outgoing.Markdown("t", "t"), List.of(), Outgoing.Kind.NOTICE);
    }

    private static Outgoing.GroupTarget target() {
        return new Outgoing.GroupTarget(GROUP, null);
    }

    private static void await(org.awaitility.core.ThrowingRunnable claim) {
        Awaitility.await().untilAsserted(claim);
    }

    private List<String> states(String prefix) {
        return sql.sql(
                        "select concat(state, ' ', coalesce(reason, 'null')) from outbox where message_key like ? order by id")
                .param(prefix + "%")
                .query(String.class)
                .list();
    }

    private List<String> told() {
        return sql.sql("select content from outbox where message_key like ? and content like '%群已解散%'")
                .param("stopped:" + GROUP + ":%")
                .query(String.class)
                .list();
    }

    private String say(String arguments) {
        var member = roster.memberByStaffId("admin-1").orElseThrow();
        var message = new IncomingMessage(
                "demo",
                "msg",
                "private",
                false,
                null,
                member.staffId(),
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
        var reply = command.handle(
                new CommandCall(member, null, arguments, Folding.fold(arguments), clock.instant(), 1, message));
        return templates.render(reply.template(), reply.view()).text();
    }
}
