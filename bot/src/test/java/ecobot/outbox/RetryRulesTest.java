package ecobot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.StoredOutgoing.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RetryRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final OutboxSettings SETTINGS = new OutboxSettings(
            4,
            3,
            Duration.ofSeconds(1),
            Duration.ofHours(24),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofSeconds(2),
            Duration.ofDays(60),
            Duration.ofMinutes(10),
            5_000);

    private final RetryRules rules = new RetryRules(SETTINGS, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void sent_is_final() {
        assertThat(rules.after(fresh(), new Messenger.Sent(Channel.APP_GROUP, "key")))
                .isEqualTo(new Next.End(State.SENT, Channel.APP_GROUP, "key", null));
    }

    @Test
    void pause_is_what_the_platform_asks_for_but_not_shorter_than_ours() {
        assertThat(rules.after(fresh(), new Messenger.Retry("busy", Duration.ofSeconds(7))))
                .isEqualTo(again(1, NOW.plusSeconds(7), false, false, "busy"));
        assertThat(rules.after(tried(1), new Messenger.Retry("busy", Duration.ZERO)))
                .isEqualTo(again(2, NOW.plusSeconds(2), false, false, "busy"));
    }

    @Test
    void message_that_is_turned_down_too_often_is_given_up() {
        assertThat(rules.after(tried(2), new Messenger.Retry("busy", Duration.ZERO)))
                .isEqualTo(end(State.FAILED, "busy"));
    }

    @Test
    void unreachable_platform_costs_no_try_until_the_message_is_too_old() {
        assertThat(rules.after(tried(2), new Messenger.Unreachable("no-token", Duration.ofSeconds(5))))
                .isEqualTo(again(2, NOW.plusSeconds(5), false, false, "no-token"));
        assertThat(rules.after(
                        message(0, false, false, NOW.minus(Duration.ofHours(25))),
                        new Messenger.Unreachable("no-token", Duration.ofSeconds(5))))
                .isEqualTo(end(State.FAILED, "no-token"));
    }

    @Test
    void refused_is_final() {
        assertThat(rules.after(fresh(), new Messenger.Refused("not-in-group")))
                .isEqualTo(end(State.FAILED, "not-in-group"));
    }

    @Test
    void dark_attempt_with_key_is_repeated_the_same_way() {
        assertThat(rules.after(fresh(), new Messenger.Unknown("timeout", true)))
                .isEqualTo(again(1, NOW.plusSeconds(1), false, true, "timeout"));
    }

    @Test
    void dark_attempt_without_key_is_repeated_once_with_a_mark_and_then_left_to_an_operator() {
        assertThat(rules.after(fresh(), new Messenger.Unknown("timeout", false)))
                .isEqualTo(again(1, NOW.plusSeconds(1), true, false, "timeout"));
        assertThat(rules.after(message(1, true, false, NOW), new Messenger.Unknown("timeout", false)))
                .isEqualTo(end(State.UNKNOWN, "timeout"));
    }

    @Test
    void message_that_may_have_been_sent_never_counts_as_failed() {
        assertThat(rules.after(message(1, true, false, NOW), new Messenger.Refused("not-in-group")))
                .isEqualTo(end(State.UNKNOWN, "not-in-group"));
    }

    @Test
    void pinned_way_that_is_gone_gives_way_to_a_marked_repeat() {
        assertThat(rules.after(message(1, false, true, NOW), new Messenger.Refused("session-expired")))
                .isEqualTo(again(2, NOW.plusSeconds(1), true, false, "session-expired"));
    }

    @Test
    void ban_leads_to_another_way_at_once_unless_the_way_is_pinned() {
        Instant until = NOW.plusSeconds(600);

        assertThat(rules.after(fresh(), new Messenger.Banned(Channel.CUSTOM_ROBOT, until)))
                .isEqualTo(again(0, NOW, false, false, "banned"));
        assertThat(rules.after(message(1, false, true, NOW), new Messenger.Banned(Channel.CUSTOM_ROBOT, until)))
                .isEqualTo(again(1, until, false, true, "banned"));
    }

    @Test
    void key_is_not_trusted_for_ever() {
        assertThat(rules.afterCrash(sending(NOW.minusSeconds(60))))
                .isEqualTo(again(1, NOW.plusSeconds(1), false, true, "sender-lost"));
        assertThat(rules.afterCrash(sending(NOW.minus(Duration.ofMinutes(11)))))
                .isEqualTo(again(1, NOW.plusSeconds(1), true, false, "sender-lost"));
    }

    private static StoredOutgoing fresh() {
        return tried(0);
    }

    private static StoredOutgoing tried(int tries) {
        return message(tries, false, false, NOW);
    }

    private static StoredOutgoing message(int tries, boolean repeatMarked, boolean pinned, Instant queuedAt) {
        return stored(State.RETRY, tries, repeatMarked, pinned, queuedAt, null);
    }

    private static StoredOutgoing sending(Instant attemptedAt) {
        return stored(State.SENDING, 0, false, false, NOW, attemptedAt);
    }

    private static StoredOutgoing stored(
            State state, int tries, boolean repeatMarked, boolean pinned, Instant queuedAt, Instant attemptedAt) {
        return new StoredOutgoing(
                1,
                "key",
                Outgoing.Kind.POST,
                false,
                StoredOutgoing.TargetType.GROUP,
                "group",
                "group",
                state,
                tries,
                tries,
                NOW,
                repeatMarked,
                Channel.CUSTOM_ROBOT,
                true,
                pinned,
                queuedAt,
                attemptedAt,
                null,
                null,
                "{}");
    }

    private static Next again(int tries, Instant notBefore, boolean repeatMarked, boolean pinned, String reason) {
        return new Next.Again(tries, notBefore, repeatMarked, pinned, reason);
    }

    private static Next end(State state, String reason) {
        return new Next.End(state, Channel.CUSTOM_ROBOT, null, reason);
    }
}
