package ecobot.dingtalk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecobot.outbox.Messenger.Attempt;
import ecobot.outbox.Messenger.Banned;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Plan;
import ecobot.outbox.Messenger.Refused;
import ecobot.outbox.Messenger.Result;
import ecobot.outbox.Messenger.Sent;
import ecobot.outbox.Messenger.Unknown;
import ecobot.outbox.Messenger.Unreachable;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.Button;
import ecobot.outbox.Outgoing.Card;
import ecobot.testing.Threads;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/** Cards: delivered, changed, pressed, and done without. */
class CardIT {

    @RegisterExtension
    private static final PlatformStub platform = new PlatformStub();

    private MessengerFixture house;

    @BeforeEach
    void connect() {
        house = new MessengerFixture(platform.base(), "card.template", "demo.schema");
    }

    private static Card card(long version, String text) {
        return new Card(
                "track",
                version,
                "title",
                text,
                List.of(new Button("take", "/take 12"), new Button("show", "/show 12")),
                new Outgoing.Markdown("plain-title", "plain-text"));
    }

    private static Outgoing toGroup(Card card) {
        return new Outgoing("key", new Outgoing.GroupTarget("cid", null), card, List.of(), Outgoing.Kind.NOTICE);
    }

    private static Outgoing change(Card card) {
        return new Outgoing("change", new Outgoing.StandingTarget("track"), card, List.of(), Outgoing.Kind.NOTICE);
    }

    @Test
    void card_is_put_into_the_group_with_its_key_and_changed_in_place() throws Exception {
        assertThat(house.messenger.plan(toGroup(card(0, "one")), Set.of())).contains(new Plan(Channel.CARD, true));
        assertThat(house.send(toGroup(card(0, "one")))).isEqualTo(new Sent(Channel.CARD, "track"));

        ObjectNode body = platform.body(PlatformStub.CARD_DELIVERY);
        assertThat(body.path("outTrackId").asString()).isEqualTo("track");
        assertThat(body.path("callbackType").asString()).isEqualTo("STREAM");
        assertThat(body.path("openSpaceId").asString()).isEqualTo("dtv1.card//IM_GROUP.cid");
        assertThat(body.path("cardData").path("cardParamMap"))
                .isEqualTo(Json.object(
                        "{\"title\":\"title\",\"text\":\"one\",\"b1\":\"take\",\"b2\":\"show\",\"b3\":\"\"}"));

        assertThat(house.send(change(card(5, "two")))).isEqualTo(new Sent(Channel.CARD, "track"));
        assertThat(house.send(change(card(4, "older")))).isEqualTo(new Sent(Channel.CARD, null));
        assertThat(platform.calls(PlatformStub.CARDS)).isOne();
    }

    @Test
    void change_that_overtakes_its_card_is_not_lost_and_one_without_a_card_costs_no_call() throws Exception {
        assertThat(house.send(change(card(5, "newer")))).isEqualTo(new Sent(Channel.CARD, null));
        assertThat(platform.calls(PlatformStub.CARDS)).isZero();

        house.send(toGroup(card(0, "old")));

        assertThat(text(platform.bodies(PlatformStub.CARD_DELIVERY).get(0))).isEqualTo("newer");
    }

    @Test
    void change_while_its_card_is_on_the_way_shows_as_soon_as_the_card_stands() throws Exception {
        platform.answer(
                PlatformStub.CARD_DELIVERY, PlatformStub.cardDelivered(true).withFixedDelay(1_500));
        var delivery = CompletableFuture.supplyAsync(() -> house.send(toGroup(card(0, "one"))), Threads.NEW);
        await().until(() -> platform.calls(PlatformStub.CARD_DELIVERY) == 1);

        assertThat(house.send(change(card(5, "two")))).isEqualTo(new Sent(Channel.CARD, null));

        assertThat(delivery.join()).isEqualTo(new Sent(Channel.CARD, "track"));
        assertThat(platform.bodies(PlatformStub.CARDS))
                .singleElement()
                .satisfies(body -> assertThat(text(body)).isEqualTo("two"));
    }

    @Test
    void card_that_cannot_catch_up_at_once_does_so_with_the_next_attempt() throws Exception {
        platform.answer(PlatformStub.CARD_DELIVERY, aResponse().withStatus(502));
        house.send(toGroup(card(0, "one")));
        house.send(change(card(5, "two")));
        platform.answer(PlatformStub.CARD_DELIVERY, PlatformStub.cardDelivered(true));
        platform.answer(PlatformStub.CARDS, FaultKind.THROTTLED.answer);

        assertThat(again(toGroup(card(0, "one")), true)).isInstanceOf(Unreachable.class);
        platform.answer(PlatformStub.CARDS, okJson("{\"success\":true,\"result\":true}"));
        assertThat(again(toGroup(card(0, "one")), false)).isEqualTo(new Sent(Channel.CARD, "track"));

        assertThat(platform.bodies(PlatformStub.CARDS))
                .hasSize(2)
                .allSatisfy(body -> assertThat(text(body)).isEqualTo("two"));
    }

    @Test
    void card_that_may_not_catch_up_counts_as_sent() {
        platform.answer(PlatformStub.CARDS, PlatformStub.error(400, "param.error"));

        assertThat(again(toGroup(card(0, "one")), true)).isEqualTo(new Sent(Channel.CARD, "track"));
        assertThat(platform.calls(PlatformStub.CARDS)).isOne();
    }

    private static String text(String body) throws Json.NotJson {
        return Json.object(body)
                .path("cardData")
                .path("cardParamMap")
                .path("text")
                .asString();
    }

    @Test
    void refused_card_becomes_the_plain_message_and_so_do_the_next_ones() throws Exception {
        platform.answer(
                PlatformStub.CARD_DELIVERY,
                aResponse()
                        .withStatus(403)
                        .withHeader("Content-Type", "application/json")
                        .withBody(
                                "{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\",\"message\":\"m\"}"));
        Outgoing message = toGroup(card(0, "one"));

        Result first = house.send(message);
        assertThat(first)
                .isInstanceOfSatisfying(
                        Banned.class, banned -> assertThat(banned.channel()).isEqualTo(Channel.CARD));
        Plan next = house.messenger.plan(message, Set.of(Channel.CARD)).orElseThrow();
        assertThat(next).isEqualTo(new Plan(Channel.APP_GROUP, false));
        house.messenger.send(message, new Attempt(2, next, false, false));

        assertThat(Json.object(platform.body(PlatformStub.GROUP)
                                .path("msgParam")
                                .asString())
                        .path("text")
                        .asString())
                .isEqualTo("plain-text");
        assertThat(house.messenger.plan(message, Set.of())).contains(new Plan(Channel.APP_GROUP, false));
        assertThat(house.cards.isTurnedAway()).isTrue();
    }

    @Test
    void card_that_is_refused_after_it_had_to_wait_becomes_the_plain_message_too() {
        platform.answer(PlatformStub.CARD_DELIVERY, FaultKind.THROTTLED.answer);
        assertThat(house.send(toGroup(card(0, "one")))).isInstanceOf(Unreachable.class);

        platform.answer(PlatformStub.CARD_DELIVERY, PlatformStub.error(400, "param.templateUnpublished"));
        assertThat(again(toGroup(card(0, "one")), false)).isInstanceOf(Banned.class);
        assertThat(house.send(toGroup(card(0, "one")))).isInstanceOf(Sent.class);

        assertThat(platform.bodies(PlatformStub.GROUP))
                .singleElement()
                .satisfies(body -> assertThat(body).contains("plain-text").doesNotContain("maybe-a-repeat"));
    }

    /** The outbox takes that for an outcome in the dark, and sends the plain message with the mark of a repeat. */
    @Test
    void card_that_is_refused_and_may_stand_all_the_same_is_no_reason_for_a_plain_message_without_a_mark() {
        platform.answer(PlatformStub.CARD_DELIVERY, aResponse().withStatus(502));
        assertThat(house.send(toGroup(card(0, "one")))).isInstanceOf(Unknown.class);

        platform.answer(PlatformStub.CARD_DELIVERY, PlatformStub.error(400, "param.templateUnpublished"));
        assertThat(again(toGroup(card(0, "one")), true)).isEqualTo(new Refused("card-refused"));
    }

    private Result again(Outgoing message, boolean pinned) {
        return house.messenger.send(message, new Attempt(2, new Plan(Channel.CARD, true), false, pinned));
    }

    @Test
    void card_that_stands_nowhere_counts_as_refused_and_silence_as_unknown() {
        platform.answer(PlatformStub.CARD_DELIVERY, PlatformStub.cardDelivered(false));
        assertThat(house.send(toGroup(card(0, "one")))).isInstanceOf(Banned.class);

        house = new MessengerFixture(platform.base(), "card.template", "demo.schema");
        platform.answer(PlatformStub.CARD_DELIVERY, aResponse().withStatus(502));
        assertThat(house.send(toGroup(card(0, "one"))))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.keyed()).isTrue());
    }

    @Test
    void what_no_card_can_carry_and_where_no_robot_is_goes_as_plain_text() {
        assertThat(house.messenger.plan(toGroup(card(0, "\u4e00".repeat(400))), Set.of()))
                .contains(new Plan(Channel.APP_GROUP, false));
        Outgoing bulletin = new Outgoing(
                "key", new Outgoing.GroupTarget("cid-bulletin", null), card(0, "one"), List.of(), Outgoing.Kind.NOTICE);
        assertThat(house.messenger.plan(bulletin, Set.of())).contains(new Plan(Channel.CUSTOM_ROBOT, true));
        MessengerFixture without = new MessengerFixture(platform.base());
        assertThat(without.messenger.plan(toGroup(card(0, "one")), Set.of()))
                .contains(new Plan(Channel.APP_GROUP, false));
    }

    private static String press(String action, String userId) {
        String inner = "{\\\"cardPrivateData\\\":{\\\"actionIds\\\":[\\\"" + action
                + "\\\"],\\\"params\\\":{\\\"says\\\":\\\"/evil\\\"}}}";
        return "{\"type\":\"actionCallback\",\"outTrackId\":\"track\",\"userId\":\"" + userId
                + "\",\"userIdType\":1,\"content\":\"" + inner + "\"}";
    }

    @Test
    void press_makes_the_person_say_the_buttons_words_in_private_and_a_double_click_is_one() throws Exception {
        house.send(toGroup(card(0, "one")));
        var inbox = new PlatformFixture.FakeInbox();
        CardPresses presses = new CardPresses(
                house.cardRows, inbox, PlatformFixture.access(platform.base()), house.clock, new Aside());

        presses.take(press("b1", "0123")).join();
        presses.take(press("b1", "0123")).join();
        presses.take(press("b3", "0123")).join();
        presses.take(press("/evil", "0123")).join();
        presses.take(press("b1", "")).join();

        assertThat(inbox.accepted).hasSize(2).allSatisfy(message -> {
            assertThat(message.text()).isEqualTo("/take 12");
            assertThat(message.senderStaffId()).isEqualTo("0123");
            assertThat(message.group()).isFalse();
            assertThat(message.fromAdmin()).isFalse();
        });
        assertThat(inbox.accepted.get(0).msgId())
                .isEqualTo(inbox.accepted.get(1).msgId());
    }
}
