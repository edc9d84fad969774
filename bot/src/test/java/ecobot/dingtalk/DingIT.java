package ecobot.dingtalk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import ecobot.outbox.Messenger.Attempt;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Plan;
import ecobot.outbox.Messenger.Refused;
import ecobot.outbox.Messenger.Sent;
import ecobot.outbox.Messenger.Unknown;
import ecobot.outbox.Outgoing;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** DING: rings once, or not at all. */
class DingIT {

    private static final Outgoing DING = new Outgoing(
            "key",
            new Outgoing.StandingTarget("ding"),
            new Outgoing.Ding(List.of("0123", "0124"), "now"),
            List.of(),
            Outgoing.Kind.NOTICE);

    @RegisterExtension
    private static final PlatformStub platform = new PlatformStub();

    private MessengerFixture house;

    @BeforeEach
    void connect() {
        house = new MessengerFixture(platform.base());
    }

    @Test
    void rings_in_the_app_and_nowhere_that_costs_money() throws Exception {
        assertThat(house.send(DING)).isEqualTo(new Sent(Channel.DING, null));

        assertThat(platform.body(PlatformStub.DING).path("remindType").asInt()).isOne();
        assertThat(platform.body(PlatformStub.DING).path("receiverUserIdList").toString())
                .isEqualTo("[\"0123\",\"0124\"]");
    }

    @Test
    void what_may_have_rung_does_not_ring_again() {
        platform.answer(PlatformStub.DING, aResponse().withStatus(502));

        assertThat(house.send(DING))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.keyed()).isFalse());
        assertThat(house.messenger.send(DING, new Attempt(2, new Plan(Channel.DING, false), true, false)))
                .isEqualTo(new Refused("may-have-rung"));
        assertThat(platform.calls(PlatformStub.DING)).isOne();
    }

    @Test
    void organisation_without_ding_is_asked_once_an_hour() {
        platform.answer(
                PlatformStub.DING,
                aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"code\":\"ding.serverquota.insufficient\",\"message\":\"m\"}"));

        assertThat(house.send(DING)).isEqualTo(new Refused("ding-not-allowed"));
        assertThat(house.send(DING)).isInstanceOf(Refused.class);
        assertThat(platform.calls(PlatformStub.DING)).isOne();
    }
}
