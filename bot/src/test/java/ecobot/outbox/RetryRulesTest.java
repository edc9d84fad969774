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
            Duration.ofMinutes(15),
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
                .isEqualTo(busyAgain(0, NOW, NOW.plusSeconds(7), false, false));
        assertThat(rules.after(fresh(), new Messenger.Retry("busy", Duration.ZERO)))
                .isEqualTo(busyAgain(0, NOW, NOW.plusSeconds(1), false, false));
    }

    @Test
    void pauses_grow_to_a_minute_while_the_platform_is_busy() {
        assertThat(pauseAfterBusy(Duration.ofSeconds(8))).isEqualTo(Duration.ofSeconds(8));
        assertThat(pauseAfterBusy(Duration.ofMinutes(14))).isEqualTo(Duration.ofMinutes(1));
    }

    private Duration pauseAfterBusy(Duration busy) {
        Next next = rules.after(busyFor(busy, false, false), new Messenger.Retry("busy", Duration.ZERO));
        return Duration.between(NOW, ((Next.Again) next).notBefore());
    }

    @Test
    void busy_platform_costs_no_try_until_it_has_been_busy_for_a_quarter_of_an_hour() {
        Duration nearly = Duration.ofMinutes(15).minusMillis(1);
        assertThat(rules.after(busyFor(nearly, false, false), new Messenger.Retry("busy", Duration.ZERO)))
                .isEqualTo(busyAgain(2, NOW.minus(nearly), NOW.plusSeconds(60), false, false));
        assertThat(rules.after(
                        busyFor(Duration.ofMinutes(15), false, false), new Messenger.Retry("busy", Duration.ZERO)))
                .isEqualTo(end(State.FAILED, "busy"));
    }

    @Test
    void platform_that_was_not_reached_meanwhile_was_not_busy_all_the_time() {
        assertThat(rules.after(
                        busyFor(Duration.ofMinutes(14), false, false),
                        new Messenger.Unreachable("no-token", Duration.ofSeconds(5))))
                .isEqualTo(again(2, NOW.plusSeconds(5), false, false, "no-token"));
    }

    @Test
    void pinned_message_is_given_up_before_its_key_is_trusted_no_more_and_a_marked_one_keeps_its_mark() {
        assertThat(rules.after(busyFor(Duration.ofMinutes(9), false, true), new Messenger.Retry("busy", Duration.ZERO)))
                .isEqualTo(end(State.UNKNOWN, "busy"));
        Instant since = NOW.minus(Duration.ofMinutes(14));
        assertThat(rules.after(
                        busyFor(Duration.ofMinutes(14), true, false), new Messenger.Retry("busy", Duration.ZERO)))
                .isEqualTo(busyAgain(2, since, NOW.plusSeconds(60), true, false));
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
    void what_is_held_every_night_is_too_old_a_day_after_it_could_first_have_left() {
        Instant thisMorning = NOW.minus(Duration.ofHours(2));
        assertThat(afterOutage(thisMorning, Duration.ofHours(23))).isInstanceOf(Next.Again.class);
        assertThat(afterOutage(thisMorning, Duration.ofHours(25))).isEqualTo(end(State.FAILED, "no-token"));
    }

    @Test
    void what_was_held_for_days_is_tried_for_an_hour_after_it() {
        assertThat(afterOutage(NOW.minusSeconds(3_599), Duration.ofDays(4))).isInstanceOf(Next.Again.class);
        assertThat(afterOutage(NOW.minusSeconds(3_601), Duration.ofDays(4))).isEqualTo(end(State.FAILED, "no-token"));
    }

    private Next afterOutage(Instant letGoAt, Duration dueFor) {
        StoredOutgoing message = stored(State.RETRY, 0, null, false, false, letGoAt, NOW.minus(dueFor), null);
        return rules.after(message, new Messenger.Unreachable("no-token", Duration.ofSeconds(5)));
    }

    @Test
    void upload_that_comes_to_nothing_is_tried_a_few_times() {
        assertThat(rules.after(tried(1), new Messenger.Fruitless("upload-failed", Duration.ofMinutes(1))))
                .isEqualTo(again(2, NOW.plusSeconds(60), false, false, "upload-failed"));
        assertThat(rules.after(tried(2), new Messenger.Fruitless("upload-failed", Duration.ofMinutes(1))))
                .isEqualTo(end(State.FAILED, "upload-failed"));
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
        return stored(State.RETRY, tries, null, repeatMarked, pinned, queuedAt, null, null);
    }

    private static StoredOutgoing busyFor(Duration busy, boolean repeatMarked, boolean pinned) {
        return stored(State.RETRY, 2, NOW.minus(busy), repeatMarked, pinned, NOW.minus(busy), null, null);
    }

    private static StoredOutgoing sending(Instant attemptedAt) {
        return stored(State.SENDING, 0, null, false, false, NOW, null, attemptedAt);
    }

    private static StoredOutgoing stored(
            State state,
            int tries,
            Instant busySince,
            boolean repeatMarked,
            boolean pinned,
            Instant queuedAt,
            Instant dueSince,
            Instant attemptedAt) {
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
                busySince,
                NOW,
                repeatMarked,
                Channel.CUSTOM_ROBOT,
                true,
                pinned,
                queuedAt,
                dueSince,
                attemptedAt,
                null,
                null,
                "{}");
    }

    private static Next again(int tries, Instant notBefore, boolean repeatMarked, boolean pinned, String reason) {
        return new Next.Again(tries, null, notBefore, repeatMarked, pinned, reason);
    }

    private static Next busyAgain(int tries, Instant since, Instant notBefore, boolean repeatMarked, boolean pinned) {
        return new Next.Again(tries, since, notBefore, repeatMarked, pinned, "busy");
    }

    private static Next end(State state, String reason) {
        return new Next.End(state, Channel.CUSTOM_ROBOT, null, reason);
    }
}
