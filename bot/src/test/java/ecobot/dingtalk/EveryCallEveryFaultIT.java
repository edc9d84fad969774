package ecobot.dingtalk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import ecobot.dingtalk.Fault.Remedy;
import ecobot.outbox.Messenger;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Outgoing;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of fault in every call, over real HTTP: each is told for what it is, and nothing is asked twice. A new call is a new constant of
 * {@link Call}.
 */
class EveryCallEveryFaultIT {

    private static PlatformStub platform;
    private static WireMockServer stranger;
    private static URI nobody;

    @BeforeAll
    static void open() throws Exception {
        platform = new PlatformStub();
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
        stranger =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().dynamicHttpsPort());
        stranger.start();
        allGoesWell(); // a cold start is no fault
    }

    @AfterAll
    static void close() {
        platform.close();
        stranger.stop();
    }

    /** What is asked of the platform; {@code sends} when somebody gets something by it. */
    private enum Call {
        WEBHOOK(PlatformStub.WEBHOOK, true),
        GROUP(PlatformStub.GROUP, true),
        PERSON(PlatformStub.PERSON, true),
        READERS(PlatformStub.READERS, true),
        UPLOAD(PlatformStub.UPLOAD, false),
        DOWNLOAD(PlatformStub.DOWNLOAD, true),
        TOKEN(PlatformStub.TOKEN, false);

        private final String path;
        private final boolean sends;

        Call(String path, boolean sends) {
            this.path = path;
            this.sends = sends;
        }

        /** The fault that it ends with; null for none. */
        @Nullable
        Fault make(MessengerFixture house, URI base) {
            Deadline deadline = Deadline.in(Duration.ofSeconds(10));
            RobotMessage hello = RobotMessage.of(MessengerFixture.markdown("hello"));
            try {
                switch (this) {
                    case WEBHOOK ->
                        house.webhook.post(
                                base.resolve(PlatformStub.WEBHOOK + "?session=CANARY"),
                                WebhookBody.picture("t", "@m"),
                                QuotaMeter.Counter.SESSION_REPLY);
                    case GROUP -> house.robot.sendToGroup("cid", hello, deadline);
                    case PERSON -> house.robot.sendToPerson("0123", hello, deadline);
                    case READERS -> house.readLists.list("cid", "key-1", deadline);
                    case UPLOAD ->
                        house.uploads.mediaId(MessengerFixture.HASH, MediaUploads.Kind.IMAGE, "a.png", deadline);
                    case DOWNLOAD -> house.robot.downloadUrl("robot", "code", deadline);
                    case TOKEN -> house.tokens.token();
                }
                return null;
            } catch (CallFailed e) {
                return e.fault();
            }
        }

        /** Asking twice for a token or an id is harmless, so a doubt about it is none. */
        Remedy meant(Remedy ofSends) {
            return ofSends == Remedy.UNKNOWN && !sends ? Remedy.LATER : ofSends;
        }
    }

    /** Ways to go wrong; no answer for those in which nobody is reached. */
    private enum Kind {
        NOBODY_LISTENS(null, Remedy.LATER, "unreachable"),
        NO_SUCH_HOST(null, Remedy.LATER, "no-address"),
        STRANGE_CERTIFICATE(null, Remedy.LATER, "bad-certificate"),
        RESET(
                aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER),
                Remedy.UNKNOWN,
                "connection-lost"),
        NO_ANSWER(
                aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE),
                Remedy.UNKNOWN,
                "connection-lost"),
        TOO_LATE(okJson("{}").withFixedDelay(900), Remedy.UNKNOWN, "timeout"),
        PAGE(
                aResponse().withHeader("Content-Type", "text/html").withBody("<html>sign on</html>"),
                Remedy.UNKNOWN,
                null),
        NULL_FIELDS(okJson("{\"result\":null}"), Remedy.UNKNOWN, "foreign-answer"),
        PUNISHED(
                okJson("{\"status\":1111,\"wait\":5,\"source\":\"x5\",\"punish\":\"deny\"}"),
                Remedy.PUNISHED,
                "address-banned"),
        THROTTLED(error(403, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi"), Remedy.LATER, "too-fast"),
        BUSY(error(429, "system.busy"), Remedy.RETRY, "platform-busy"),
        BROKEN(error(500, "system.error"), Remedy.UNKNOWN, "outcome-unknown"),
        GATEWAY(aResponse().withStatus(504).withBody("<html>"), Remedy.UNKNOWN, null),
        QUOTA_GONE(error(403, "Forbidden.AccessDenied.ApiCountLimitForOrg"), Remedy.QUOTA, "quota-exhausted"),
        NO_PERMISSION(
                error(403, "Forbidden.AccessDenied.AccessTokenPermissionDenied"), Remedy.REFUSED, "permission-missing"),
        GROUP_GONE(error(400, "group.disbanded"), Remedy.TARGET_GONE, "group-gone"),
        UNHEARD_OF(error(400, "nobody.documented.this"), Remedy.REFUSED, "refused-by-platform");

        private final @Nullable ResponseDefinitionBuilder answer;
        private final Remedy remedy;
        /** Null where it depends on who reads the answer, the SDK or we. */
        private final @Nullable String reason;

        Kind(@Nullable ResponseDefinitionBuilder answer, Remedy remedy, @Nullable String reason) {
            this.answer = answer;
            this.remedy = remedy;
            this.reason = reason;
        }

        private static ResponseDefinitionBuilder error(int status, String code) {
            return aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withBody("{\"code\":\"" + code + "\",\"message\":\"m\",\"requestid\":\"r\"}");
        }

        URI base() {
            return switch (this) {
                case NOBODY_LISTENS -> nobody;
                case NO_SUCH_HOST -> URI.create("http://nowhere.invalid:8443");
                case STRANGE_CERTIFICATE -> URI.create("https://localhost:" + stranger.httpsPort());
                default -> platform.base();
            };
        }
    }

    private static Stream<Arguments> matrix() {
        return Arrays.stream(Call.values())
                .flatMap(call -> Arrays.stream(Kind.values()).map(kind -> Arguments.of(call, kind)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("matrix")
    void fault_is_told_for_what_it_is(Call call, Kind kind) {
        MessengerFixture house =
                new MessengerFixture(kind.base(), "call-timeout", kind == Kind.TOO_LATE ? "500ms" : "5s");
        platform.reset();
        if (kind.answer != null) {
            platform.answer(call.path, kind.answer);
        }

        Fault fault = call.make(house, kind.base());

        assertThat(fault).isNotNull();
        assertThat(fault.remedy()).isEqualTo(call.meant(kind.remedy));
        if (kind.reason != null) {
            assertThat(fault.reason()).isEqualTo(kind.reason);
        }
        if (kind.answer != null) {
            assertThat(platform.calls(call.path)).isOne();
        }
    }

    @Test
    void call_that_goes_well_is_told_from_all_of_them() {
        allGoesWell();
    }

    private static void allGoesWell() {
        for (Call call : Call.values()) {
            platform.reset();
            assertThat(call.make(new MessengerFixture(platform.base()), platform.base()))
                    .as("%s", call)
                    .isNull();
        }
    }

    @Test
    void group_that_is_gone_is_told_apart_from_a_person_that_is() {
        platform.reset();
        MessengerFixture house = new MessengerFixture(platform.base());
        platform.answer(PlatformStub.GROUP, Kind.GROUP_GONE.answer);
        platform.answer(PlatformStub.PERSON, Kind.GROUP_GONE.answer);
        Outgoing.Markdown hello = MessengerFixture.markdown("hello");

        assertThat(house.send(MessengerFixture.toGroup(hello, null), Channel.APP_GROUP))
                .isEqualTo(new Messenger.TargetGone("group-gone"));
        assertThat(house.send(MessengerFixture.toPerson(hello), Channel.APP_PRIVATE))
                .isEqualTo(new Messenger.Refused("group-gone"));
    }
}
