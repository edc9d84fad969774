package ecobot.dingtalk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static ecobot.dingtalk.MessengerFixture.HASH;
import static ecobot.dingtalk.MessengerFixture.markdown;
import static ecobot.dingtalk.MessengerFixture.toBulletin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import ecobot.outbox.Messenger.Banned;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Plan;
import ecobot.outbox.Messenger.Sent;
import ecobot.outbox.Messenger.Unknown;
import ecobot.outbox.Messenger.Unreachable;
import ecobot.outbox.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A group that has a custom robot only. */
@ExtendWith(OutputCaptureExtension.class)
class CustomRobotIT {

    @RegisterExtension
    private static final PlatformStub platform = new PlatformStub();

    private MessengerFixture house;

    @BeforeEach
    void connect() {
        house = new MessengerFixture(platform.base());
    }

    private static List<LoggedRequest> requests() {
        return platform.server.findAll(postRequestedFor(urlPathEqualTo(PlatformStub.ROBOT)));
    }

    private static String query(LoggedRequest request, String name) {
        return request.queryParameter(name).firstValue();
    }

    @Test
    void message_is_signed_keyed_and_costs_no_call() throws Exception {
        assertThat(house.send(toBulletin("key-1", markdown("hello"), "0123")))
                .isEqualTo(new Sent(Channel.CUSTOM_ROBOT, null));

        LoggedRequest request = requests().get(0);
        assertThat(query(request, "access_token")).isEqualTo("robot-CANARY");
        String timestamp = query(request, "timestamp");
        assertThat(Instant.ofEpochMilli(Long.parseLong(timestamp)))
                .isCloseTo(house.clock.instant(), within(1, ChronoUnit.MINUTES));
        assertThat(query(request, "sign")).isEqualTo(CustomRobots.sign(timestamp, "SEC-CANARY"));
        assertThat(Json.object(request.getBody()).path("msgUuid").asString()).hasSize(36);
        assertThat(Json.object(request.getBody()).path("at").path("atUserIds").toString())
                .isEqualTo("[\"0123\"]");
        assertThat(house.quota.use(QuotaMeter.Counter.WEBHOOK_STREAM).used()).isOne();
        assertThat(house.quota.use(QuotaMeter.Counter.OPEN_API).used()).isZero();
    }

    /** Worked out with {@code printf '1700000000000\nSECdemo' | openssl dgst -sha256 -hmac SECdemo -binary | base64}. */
    @Test
    void signature_is_the_documented_one() {
        assertThat(CustomRobots.sign("1700000000000", "SECdemo"))
                .isEqualTo("lOvVf9TQCVugV68mGbSZCg0gzOl1SVjxWi1MyVZCUuA=");
    }

    @Test
    void repeat_has_the_same_key_and_another_message_another_one() throws Exception {
        platform.answer(PlatformStub.ROBOT, aResponse().withStatus(502));
        Outgoing message = toBulletin("key-1", markdown("hello"));

        assertThat(house.send(message)).isEqualTo(new Unknown("outcome-unknown", true));
        house.send(message);
        house.send(toBulletin("key-2", markdown("hello")));

        List<String> keys = requests().stream()
                .map(request -> com.github.tomakehurst.wiremock.common.Json.read(request.getBodyAsString(), Map.class))
                .map(body -> String.valueOf(body.get("msgUuid")))
                .toList();
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
    }

    @Test
    void picture_stands_in_the_text_and_a_file_finds_no_way() throws Exception {
        house.send(toBulletin("key-1", new Outgoing.Picture(HASH)));

        assertThat(platform.body(PlatformStub.ROBOT)
                        .path("markdown")
                        .path("text")
                        .asString())
                .isEqualTo("![](@media)");
        assertThat(house.messenger.plan(toBulletin("key-2", new Outgoing.File(HASH, "a.xlsx")), Set.of()))
                .isEmpty();
    }

    @Test
    void reply_address_is_cheaper_while_it_lives_and_the_app_robot_is_no_way_out() {
        Outgoing answer = new Outgoing(
                "key",
                new Outgoing.GroupTarget("cid-bulletin", house.session(platform.session())),
                markdown("x"),
                List.of(),
                Outgoing.Kind.REPLY);

        assertThat(house.messenger.plan(answer, Set.of())).contains(new Plan(Channel.SESSION_WEBHOOK, false));
        assertThat(house.messenger.plan(answer, Set.of(Channel.SESSION_WEBHOOK)))
                .contains(new Plan(Channel.CUSTOM_ROBOT, true));
        assertThat(house.messenger.plan(answer, Set.of(Channel.SESSION_WEBHOOK, Channel.CUSTOM_ROBOT)))
                .isEmpty();
    }

    @Test
    void robot_whose_key_is_not_configured_is_no_way() {
        Outgoing message = new Outgoing(
                "key", new Outgoing.GroupTarget("cid-closed", null), markdown("x"), List.of(), Outgoing.Kind.POST);

        assertThat(house.messenger.plan(message, Set.of())).isEmpty();
    }

    @Test
    void twenty_a_minute_leave_and_the_twenty_first_waits_its_turn_without_being_asked() {
        for (int i = 0; i < 20; i++) {
            assertThat(house.send(toBulletin("key-" + i, markdown("x")))).isInstanceOf(Sent.class);
        }

        assertThat(house.send(toBulletin("key-20", markdown("x")))).isInstanceOfSatisfying(Unreachable.class, later -> {
            assertThat(later.reason()).isEqualTo("custom-robot-pace");
            assertThat(later.delay()).isBetween(Duration.ofSeconds(30), CustomRobotPace.WINDOW);
        });
        assertThat(platform.calls(PlatformStub.ROBOT)).isEqualTo(20);

        house.clock.set(house.clock.instant().plus(CustomRobotPace.WINDOW));
        assertThat(house.send(toBulletin("key-20", markdown("x")))).isInstanceOf(Sent.class);
    }

    @Test
    void too_fast_closes_this_robot_for_ten_minutes() {
        platform.answer(PlatformStub.ROBOT, okJson("{\"errcode\":410100,\"errmsg\":\"send too fast\"}"));

        assertThat(house.send(toBulletin("key", markdown("x")))).isInstanceOfSatisfying(Banned.class, banned -> {
            assertThat(banned.channel()).isEqualTo(Channel.CUSTOM_ROBOT);
            assertThat(Duration.between(PlatformFixture.MACHINE.instant(), banned.until()))
                    .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        });
    }

    @Test
    void keys_come_from_the_environment_and_are_shown_nowhere(CapturedOutput log) {
        Map<String, Object> environment = new HashMap<>();
        environment.put("ECOBOT_DINGTALK_CUSTOMROBOTS_AREA1_ACCESSTOKEN", "token-CANARY");
        environment.put("ECOBOT_DINGTALK_CUSTOMROBOTS_AREA1_SECRET", "SEC-CANARY");
        environment.put("ECOBOT_DINGTALK_CLIENTID", "client");
        environment.put("ECOBOT_DINGTALK_CLIENTSECRET", "secret-CANARY");
        var sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", environment));

        DingTalkSettings settings = new Binder(ConfigurationPropertySources.from(sources))
                .bind("ecobot.dingtalk", Bindable.of(DingTalkSettings.class))
                .get();

        CustomRobotKey key = ConfiguredAccess.of(settings).customRobot("Area-1").orElseThrow();
        assertThat(key).isEqualTo(new CustomRobotKey("token-CANARY", "SEC-CANARY"));
        platform.answer(PlatformStub.ROBOT, okJson("{\"errcode\":310000,\"errmsg\":\"sign not match CANARY\"}"));
        house.send(toBulletin("key", markdown("x")));
        assertThat(log.toString() + key + settings + ConfiguredAccess.of(settings))
                .doesNotContain("CANARY");
    }
}
