package ecobot.dingtalk;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.tngtech.archunit.core.importer.ImportOption;
import ecobot.outbox.Messenger;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Outgoing;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of fault in every call, over real HTTP: each is told for what it is, and nothing is asked twice. */
class EveryCallEveryFaultIT {

    /** They end otherwise: for connections see below, for what people sent {@code DingTalkMessengerIT}. */
    private static final Set<String> OF_ANOTHER_KIND =
            Set.of("StreamConnector.askForTicket", "StreamConnector.open", "DingTalkMediaSource.download");

    @RegisterExtension
    private static final PlatformStub platform = new PlatformStub();

    private static WireMockServer stranger;
    private static URI nobody;

    @BeforeAll
    static void open() throws Exception {
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
        stranger.stop();
    }

    private static URI base(FaultKind kind) {
        return switch (kind) {
            case NOBODY_LISTENS -> nobody;
            case NO_SUCH_HOST -> URI.create("http://nowhere.invalid:8443");
            case STRANGE_CERTIFICATE -> URI.create("https://localhost:" + stranger.httpsPort());
            default -> platform.base();
        };
    }

    private static Stream<Arguments> matrix() {
        return Arrays.stream(PlatformCall.values())
                .flatMap(call -> Arrays.stream(FaultKind.values())
                        .filter(kind -> !call.isFaultless(kind))
                        .map(kind -> Arguments.of(call, kind)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("matrix")
    void fault_is_told_for_what_it_is(PlatformCall call, FaultKind kind) {
        MessengerFixture house =
                new MessengerFixture(base(kind), "call-timeout", kind == FaultKind.TOO_LATE ? "1s" : "5s");
        platform.reset();
        if (kind.answer != null) {
            platform.answer(call.path, kind.answer);
        }

        Fault fault = call.make(house);

        assertThat(fault).isNotNull();
        assertThat(fault.remedy()).isEqualTo(call.meant(kind));
        if (call.reason(kind) != null) {
            assertThat(fault.reason()).isEqualTo(call.reason(kind));
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
        for (PlatformCall call : PlatformCall.values()) {
            platform.reset();
            assertThat(call.make(new MessengerFixture(platform.base())))
                    .as("%s", call)
                    .isNull();
        }
    }

    @Test
    void removal_is_believed_when_nothing_is_said_of_it() {
        for (FaultKind nothing : Set.of(FaultKind.NOTHING, FaultKind.NULL_FIELDS)) {
            platform.reset();
            platform.answer(PlatformStub.EVENT, nothing.answer);

            assertThat(PlatformCall.EVENT_REMOVAL.make(new MessengerFixture(platform.base())))
                    .as("%s", nothing)
                    .isNull();
        }
    }

    @Test
    void no_call_is_left_out() {
        Set<String> walked = new TreeSet<>(OF_ANOTHER_KIND);
        Arrays.stream(PlatformCall.values()).forEach(call -> walked.add(call.asks));

        assertThat(PlatformCalls.in(importer -> importer.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("ecobot.dingtalk")))
                .containsExactlyElementsOf(walked);
        assertThat(PlatformCalls.in(importer -> importer.importClasses(Newcomer.class)))
                .containsExactly("Newcomer.asksPlainly", "todo.deleteTodoTask");
    }

    /** Asks what is in no walk. */
    @SuppressWarnings("unused")
    private static final class Newcomer {
        Object asksThroughTheSdk(Sdk sdk) throws Exception {
            return sdk.todo().deleteTodoTask("union-1", "task-1", null);
        }

        Object asksPlainly(PlainHttp http) {
            return (java.util.concurrent.Callable<Object>) () -> http.exchange(null, 1, Duration.ZERO);
        }
    }

    @ParameterizedTest
    @EnumSource
    void connection_is_refused_by_a_lasting_no_only_and_tried_again_after_anything_else(FaultKind kind) {
        MessengerFixture house =
                new MessengerFixture(base(kind), "call-timeout", kind == FaultKind.TOO_LATE ? "1s" : "5s");
        platform.reset();
        if (kind.answer != null) {
            platform.answer(PlatformStub.CONNECTION, kind.answer);
        }

        assertThatThrownBy(house.connector::open)
                .isInstanceOf(
                        switch (kind.remedy) {
                            case REFUSED, TARGET_GONE, QUOTA -> StreamRefused.class;
                            default -> IOException.class;
                        });
        if (kind.answer != null) {
            assertThat(platform.calls(PlatformStub.CONNECTION)).isOne();
        }
    }

    @Test
    void group_that_is_gone_is_told_apart_from_a_person_that_is() {
        platform.reset();
        MessengerFixture house = new MessengerFixture(platform.base());
        platform.answer(PlatformStub.GROUP, FaultKind.GROUP_GONE.answer);
        platform.answer(PlatformStub.PERSON, FaultKind.GROUP_GONE.answer);
        Outgoing.Markdown hello = MessengerFixture.markdown("hello");

        assertThat(house.send(MessengerFixture.toGroup(hello, null), Channel.APP_GROUP))
                .isEqualTo(new Messenger.TargetGone("group-gone"));
        assertThat(house.send(MessengerFixture.toPerson(hello), Channel.APP_PRIVATE))
                .isEqualTo(new Messenger.Refused("group-gone"));
    }

    @Test
    void permission_that_the_old_gateway_misses_is_told_for_what_it_is() {
        platform.reset();
        platform.answer(
                PlatformStub.USER,
                okJson("{\"errcode\":88,\"sub_code\":\"60011\",\"sub_msg\":\"m\",\"errmsg\":\"ding talk error\"}"));

        assertThat(PlatformCall.UNION_ID.make(new MessengerFixture(platform.base())))
                .isEqualTo(Faults.of("60011", 200));
    }
}
