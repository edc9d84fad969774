package ecobot.dingtalk;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import ecobot.outbox.Messenger.Attempt;
import ecobot.outbox.Messenger.Banned;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Plan;
import ecobot.outbox.Messenger.Refused;
import ecobot.outbox.Messenger.Result;
import ecobot.outbox.Messenger.Retry;
import ecobot.outbox.Messenger.Sent;
import ecobot.outbox.Messenger.TargetGone;
import ecobot.outbox.Messenger.Unknown;
import ecobot.outbox.Messenger.Unreachable;
import ecobot.outbox.Outgoing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What becomes of todos, calendars, cards and DING by each kind of fault: the extra waits, is made after all or is done without, and never throws. */
@ExtendWith(OutputCaptureExtension.class)
class ExtraFaultsIT {

    @RegisterExtension
    private static final PlatformStub platform = new PlatformStub();

    private MessengerFixture house;

    @BeforeEach
    void connect() {
        house = new MessengerFixture(platform.base(), "card.template", "demo.schema");
    }

    /** A deed of an extra, and the call in which the fault strikes. */
    private enum Extra {
        NEW_TODO(PlatformStub.TODOS, todo(false)),
        TODO_OF_A_STRANGER(PlatformStub.USER, todo(false)),
        TODO_CHANGE(PlatformStub.TODO, todo(false)),
        TODO_DONE(PlatformStub.TODO, todo(true)),
        NEW_EVENT(PlatformStub.EVENTS, event(false)),
        EVENT_OF_A_STRANGER(PlatformStub.USER, event(false)),
        EVENT_CHANGE(PlatformStub.EVENT, event(false)),
        EVENT_REMOVAL(PlatformStub.EVENT, event(true)),
        CARD(PlatformStub.CARD_DELIVERY, card(new Outgoing.GroupTarget("cid", null))),
        CARD_CHANGE(PlatformStub.CARDS, card(new Outgoing.StandingTarget("track"))),
        DING(
                PlatformStub.DING,
                message(new Outgoing.StandingTarget("ding"), new Outgoing.Ding(List.of("0123"), "now")));

        private final String path;
        private final Outgoing message;

        Extra(String path, Outgoing message) {
            this.path = path;
            this.message = message;
        }

        /** What has to be there before. */
        private void prepare(MessengerFixture house) {
            switch (this) {
                case TODO_CHANGE, TODO_DONE -> house.send(todo(false));
                case EVENT_CHANGE, EVENT_REMOVAL -> house.send(event(false));
                case CARD_CHANGE -> house.send(CARD.message);
                case NEW_TODO, TODO_OF_A_STRANGER, NEW_EVENT, EVENT_OF_A_STRANGER, CARD, DING -> {}
            }
        }

        private Result send(MessengerFixture house, int attempt) {
            Plan plan = house.messenger.plan(message, Set.of()).orElseThrow();
            return house.messenger.send(message, new Attempt(attempt, plan, false, false));
        }

        private boolean isTurnedAway(MessengerFixture house) {
            return switch (this) {
                case NEW_TODO, TODO_OF_A_STRANGER, TODO_CHANGE, TODO_DONE -> house.todos.isTurnedAway();
                case NEW_EVENT, EVENT_OF_A_STRANGER, EVENT_CHANGE, EVENT_REMOVAL -> house.calendars.isTurnedAway();
                case CARD, CARD_CHANGE -> house.cards.isTurnedAway();
                case DING -> house.dings.isTurnedAway();
            };
        }

        private Class<? extends Result> end(FaultKind kind) {
            boolean isHarmless = this == TODO_OF_A_STRANGER || this == EVENT_OF_A_STRANGER;
            return switch (kind.remedy) {
                case RETRY -> Retry.class;
                case LATER, PUNISHED -> Unreachable.class;
                case UNKNOWN -> isHarmless ? Unreachable.class : Unknown.class;
                case REFUSED -> this == CARD ? Banned.class : Refused.class;
                case TARGET_GONE -> this == CARD ? TargetGone.class : Refused.class;
                case QUOTA -> Refused.class;
                case NEW_TOKEN, USE_API, BANNED, GOES_ON, FRUITLESS ->
                    throw new IllegalArgumentException("no kind of fault means that");
            };
        }
    }

    private static Outgoing message(Outgoing.Target target, Outgoing.Content content) {
        return new Outgoing("key", target, content, List.of(), Outgoing.Kind.NOTICE);
    }

    private static Outgoing todo(boolean done) {
        return message(
                new Outgoing.StandingTarget("source-1"),
                new Outgoing.Todo("0123", "hello", Instant.parse("2026-12-01T10:00:00Z"), done));
    }

    private static Outgoing event(boolean gone) {
        return message(
                new Outgoing.StandingTarget("source-1"),
                new Outgoing.Event("0123", "hello", "301", LocalDate.of(2026, 12, 8), null, 120, gone));
    }

    private static Outgoing card(Outgoing.Target target) {
        return message(
                target, new Outgoing.Card("track", 1, "title", "text", List.of(), MessengerFixture.markdown("hello")));
    }

    /** One kind for each remedy; {@link EveryCallEveryFaultIT} has all kinds of a remedy, and below are the two that last. */
    private static Stream<Arguments> matrix() {
        return Arrays.stream(Extra.values())
                .flatMap(extra -> Stream.of(
                                FaultKind.BUSY,
                                FaultKind.THROTTLED,
                                FaultKind.BROKEN,
                                FaultKind.QUOTA_GONE,
                                FaultKind.GROUP_GONE,
                                FaultKind.UNHEARD_OF)
                        .map(kind -> Arguments.of(extra, kind)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("matrix")
    void extra_ends_as_its_fault_says_and_is_made_after_all_where_it_can_be(Extra extra, FaultKind kind) {
        extra.prepare(house);
        platform.answer(extra.path, kind.answer);

        Result first = extra.send(house, 1);

        assertThat(first).isInstanceOf(extra.end(kind));
        assertThat(platform.calls(extra.path)).isOne();
        if (first instanceof Unknown unknown) {
            assertThat(unknown.keyed()).isEqualTo(extra != Extra.DING);
        }
        platform.reset();
        boolean comesLater = first instanceof Retry || first instanceof Unreachable || first instanceof Unknown;
        if (comesLater) {
            assertThat(extra.send(house, 2)).isInstanceOf(Sent.class);
        }
    }

    private static Stream<Extra> extras() {
        return Arrays.stream(Extra.values());
    }

    @ParameterizedTest
    @MethodSource("extras")
    void extra_without_the_permission_is_done_without_for_an_hour(Extra extra, CapturedOutput log) {
        extra.prepare(house);
        platform.answer(extra.path, FaultKind.NO_PERMISSION.answer);

        assertThat(extra.send(house, 1)).isInstanceOf(extra.end(FaultKind.NO_PERMISSION));

        assertThat(extra.isTurnedAway(house)).isTrue();
        assertThat(log).contains("for an hour, messages only (permission-missing; ");
        platform.reset();
        Result next = extra.send(house, 1);
        assertThat(platform.calls(extra.path)).isZero();
        assertThat(next).isInstanceOfAny(Refused.class, Sent.class).isNotEqualTo(new Sent(Channel.CARD, "track"));
    }

    @ParameterizedTest
    @MethodSource("extras")
    void extra_leaves_a_platform_in_peace_that_has_banned_us(Extra extra) {
        extra.prepare(house);
        platform.answer(extra.path, FaultKind.PUNISHED.answer);

        assertThat(extra.send(house, 1)).isInstanceOf(extra.end(FaultKind.PUNISHED));
        platform.reset();

        assertThat(extra.send(house, 2))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        later -> assertThat(later.delay()).isGreaterThan(Faults.ADDRESS_BAN.minusMinutes(1)));
        assertThat(platform.calls(extra.path)).isZero();
    }

    @Test
    void todo_that_was_made_in_the_dark_is_found_again() {
        platform.answer(PlatformStub.TODOS, FaultKind.BROKEN.answer);
        assertThat(house.send(todo(false))).isInstanceOf(Unknown.class);

        platform.answer(PlatformStub.TODOS, PlatformStub.error(400, "todo.taskCreate.paramError"));

        assertThat(house.send(todo(false))).isEqualTo(new Sent(Channel.TODO, "task-1"));
        assertThat(platform.calls(PlatformStub.TODO_OF_SOURCE)).isOne();
        assertThat(platform.calls(PlatformStub.TODO)).isOne();
    }

    @Test
    void event_that_was_made_in_the_dark_is_asked_for_with_the_same_token() {
        platform.answer(PlatformStub.EVENTS, FaultKind.BROKEN.answer);
        assertThat(house.send(event(false))).isInstanceOf(Unknown.class);
        platform.answer(PlatformStub.EVENTS, okJson("{\"id\":\"event-1\"}"));

        assertThat(house.send(event(false))).isEqualTo(new Sent(Channel.CALENDAR, "event-1"));
        assertThat(platform.headers(PlatformStub.EVENTS, "x-client-token"))
                .hasSize(2)
                .containsOnly(
                        platform.headers(PlatformStub.EVENTS, "x-client-token").get(0));
    }
}
