package ecobot.dingtalk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import ecobot.outbox.Messenger.Banned;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Refused;
import ecobot.outbox.Messenger.Result;
import ecobot.outbox.Messenger.Retry;
import ecobot.outbox.Messenger.Sent;
import ecobot.outbox.Messenger.TargetGone;
import ecobot.outbox.Messenger.Unknown;
import ecobot.outbox.Messenger.Unreachable;
import ecobot.outbox.Outgoing;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rarer ways in which a call that sends can go wrong, beside those of {@link EveryCallEveryFaultIT}. */
class FaultMatrixIT {

    @RegisterExtension
    private static final PlatformStub platform = new PlatformStub();

    private static MessengerFixture house;

    @BeforeAll
    static void open() {
        house = new MessengerFixture(platform.base(), "call-timeout", "2s", "calls-per-second", "60");
    }

    @BeforeEach
    void reset() {
        house.slots.free();
    }

    private static final Map<Channel, String> PATHS = Map.of(
            Channel.SESSION_WEBHOOK, PlatformStub.WEBHOOK,
            Channel.APP_GROUP, PlatformStub.GROUP,
            Channel.APP_PRIVATE, PlatformStub.PERSON,
            Channel.CUSTOM_ROBOT, PlatformStub.ROBOT);

    private static Result sendVia(Channel channel) {
        return house.send(message(channel, house), channel);
    }

    private static Outgoing message(Channel channel, MessengerFixture sender) {
        Outgoing.Markdown hello = MessengerFixture.markdown("hello");
        return switch (channel) {
            case APP_PRIVATE -> MessengerFixture.toPerson(hello);
            case CUSTOM_ROBOT -> MessengerFixture.toBulletin("key", hello);
            case TODO, CARD, DING, CALENDAR -> throw new IllegalArgumentException("is no message");
            case SESSION_WEBHOOK, APP_GROUP -> MessengerFixture.toGroup(hello, sender.session(platform.session()));
        };
    }

    private static ResponseDefinitionBuilder page(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html>sorry</html>");
    }

    private static ResponseDefinitionBuilder fault(Fault fault) {
        return aResponse().withFault(fault);
    }

    private static final String PUNISHMENT =
            "{\"status\":1111,\"wait\":5,\"source\":\"x5\",\"punish\":\"deny\",\"uuid\":\"u\"}";

    private static Stream<Arguments> ambiguous() {
        return Stream.of(
                        Map.entry("malformed chunk", fault(Fault.MALFORMED_RESPONSE_CHUNK)),
                        Map.entry("random data", fault(Fault.RANDOM_DATA_THEN_CLOSE)),
                        Map.entry(
                                "dribbling body",
                                okJson("{\"processQueryKey\":\"key\",\"errcode\":0}")
                                        .withChunkedDribbleDelay(10, 5000)),
                        Map.entry("page with 500", page(500)),
                        Map.entry("page with 502", page(502)),
                        Map.entry("JSON null key", okJson("{\"processQueryKey\":null}")),
                        Map.entry("list with 200", okJson("[]")),
                        Map.entry("unavailable", PlatformStub.error(503, "ServiceUnavailable")),
                        Map.entry("unknown 504", PlatformStub.error(504, "some.timeout")),
                        Map.entry("unknown.send.result", PlatformStub.error(400, "unknown.send.result")))
                .flatMap(entry -> PATHS.keySet().stream()
                        .map(channel -> Arguments.of(entry.getKey(), channel, entry.getValue())));
    }

    @ParameterizedTest(name = "{0} via {1}")
    @MethodSource("ambiguous")
    void what_may_have_been_sent_is_unknown_and_was_sent_once(
            String name, Channel channel, ResponseDefinitionBuilder answer) {
        platform.answer(PATHS.get(channel), answer);

        Result result = sendVia(channel);

        assertThat(result).isInstanceOf(Unknown.class);
        assertThat(platform.calls(PATHS.get(channel))).isOne();
    }

    private static Stream<Arguments> throttled() {
        return Stream.of(
                        "Forbidden.AccessDenied.QpsLimitForApi",
                        "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi",
                        "Forbidden.AccessDenied.QpmLimitForAppkeyAndApi",
                        "send.too.fast")
                .flatMap(code -> PATHS.keySet().stream().map(channel -> Arguments.of(code, channel)));
    }

    @ParameterizedTest(name = "{0} via {1}")
    @MethodSource("throttled")
    void too_fast_is_not_the_messages_fault(String code, Channel channel) {
        platform.answer(PATHS.get(channel), PlatformStub.error(403, code));

        assertThat(sendVia(channel))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        later -> assertThat(later.delay())
                                .isGreaterThanOrEqualTo(code.contains("Qpm") ? Faults.MINUTE : Faults.SOON));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void busy_platform_is_asked_again(Channel channel) {
        platform.answer(PATHS.get(channel), PlatformStub.error(429, "system.busy"));

        assertThat(sendVia(channel)).isInstanceOf(Retry.class);
    }

    @ParameterizedTest
    @MethodSource("channels")
    void bad_request_is_refused(Channel channel) {
        platform.answer(PATHS.get(channel), PlatformStub.error(400, "nobody.documented.this"));

        assertThat(sendVia(channel)).isEqualTo(new Refused("refused-by-platform"));
    }

    @ParameterizedTest
    @MethodSource("channels")
    void nobody_there_is_certainly_not_sent(Channel channel) throws Exception {
        try (java.net.ServerSocket closed = new java.net.ServerSocket(0)) {
            URI base = URI.create("http://127.0.0.1:" + closed.getLocalPort());
            closed.close();
            MessengerFixture alone = new MessengerFixture(base);
            Outgoing message = channel == Channel.CUSTOM_ROBOT
                    ? message(channel, alone)
                    : MessengerFixture.toGroup(
                            MessengerFixture.markdown("hello"), alone.session(base.resolve(PlatformStub.WEBHOOK)));

            assertThat(alone.send(message, channel == Channel.APP_PRIVATE ? Channel.APP_GROUP : channel))
                    .isInstanceOf(Unreachable.class);
        }
    }

    private static Stream<Channel> channels() {
        return PATHS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("channels")
    void ban_of_the_address_is_not_taken_for_a_success(Channel channel) {
        MessengerFixture banned = new MessengerFixture(platform.base());
        platform.answer(PATHS.get(channel), okJson(PUNISHMENT));
        Outgoing message = message(channel, banned);

        assertThat(banned.send(message, channel))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        later -> assertThat(later.delay()).isGreaterThanOrEqualTo(Faults.ADDRESS_BAN));
        if (channel != Channel.SESSION_WEBHOOK && channel != Channel.CUSTOM_ROBOT) {
            banned.send(message, channel);
            assertThat(platform.calls(PATHS.get(channel)))
                    .as("probes during the ban")
                    .isOne();
        }
    }

    @Test
    void used_connection_that_breaks_does_not_send_twice() {
        for (Channel channel : PATHS.keySet()) {
            platform.reset();
            house.slots.free();
            assertThat(sendVia(channel)).isInstanceOf(Sent.class);
            platform.answer(PATHS.get(channel), fault(Fault.CONNECTION_RESET_BY_PEER));

            assertThat(sendVia(channel)).as("%s", channel).isInstanceOf(Unknown.class);

            assertThat(platform.calls(PATHS.get(channel))).as("%s", channel).isEqualTo(2);
        }
    }

    @Test
    void legacy_codes_come_with_a_200() {
        Map<String, Class<? extends Result>> expected = Map.of(
                "-1", Retry.class,
                "410100", Banned.class,
                "300001", Banned.class,
                "430102", Refused.class,
                "400013", TargetGone.class,
                "460101", Refused.class,
                "90018", Unreachable.class,
                "90020", Refused.class,
                "123456", Refused.class);
        expected.forEach((errcode, type) -> {
            platform.answer(PlatformStub.WEBHOOK, okJson("{\"errcode\":" + errcode + ",\"errmsg\":\"x\"}"));

            assertThat(sendVia(Channel.SESSION_WEBHOOK)).as(errcode).isInstanceOf(type);
        });
    }
}
