package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream, as described and as it misbehaves; sections are those of the platform's description. */
class StreamContractIT {

    private static final String OPEN = "/v1.0/gateway/connections/open";

    @TempDir
    static Path folder;

    static StandIn standIn;

    @BeforeAll
    static void start() {
        standIn = StandIn.start(folder);
    }

    @AfterAll
    static void stop() {
        standIn.close();
    }

    @BeforeEach
    void behave() {
        standIn.faults("{'reset':true,'switches':{'rateLimits':false}}");
        pay("demo");
        pay("peer");
        await().until(() -> standIn.bean(Stream.class).of(null).isEmpty());
    }

    @Test
    void section_1_1_endpoint_follows_the_address_that_was_called() {
        assertThat(Json.text(RobotClient.open(standIn, "demo"), "endpoint"))
                .isEqualTo("ws://" + standIn.authority + "/connect");
    }

    @Test
    void section_1_1_bad_credentials_get_no_ticket() {
        assertThat(standIn.post(OPEN, RobotClient.opening("demo", "guess")).refusal())
                .isEqualTo("401 invalidClientIdOrSecret");
        assertThat(standIn.post(OPEN, "{'clientId':'demo','clientSecret':'demo-secret'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void section_1_1_ticket_is_good_for_a_single_connection() {
        var ticket = Json.text(RobotClient.open(standIn, "demo"), "ticket");
        var socket = dial(ticket);

        assertThatThrownBy(() -> dial(ticket)).hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThatThrownBy(() -> dial("")).hasCauseInstanceOf(WebSocketHandshakeException.class);
        socket.abort();
    }

    @Test
    void section_1_3_frame_has_the_described_shape() {
        try (var bot = RobotClient.connect(standIn, "demo")) {
            standIn.say("cidXinfeng", "xinfeng-1", "hi");
            await().until(() -> !bot.frames.isEmpty());

            var frame = bot.frames.get(0);
            assertThat(Json.text(frame, "specVersion")).isEqualTo("1.0");
            assertThat(Json.text(frame, "type")).isEqualTo("CALLBACK");
            assertThat(frame.path("data").isString()).isTrue();
            var headers = frame.path("headers");
            assertThat(Json.text(headers, "topic")).isEqualTo("/v1.0/im/bot/messages/get");
            assertThat(Json.text(headers, "contentType")).isEqualTo("application/json");
            assertThat(headers.path("time").isString()).isTrue();
            assertThat(Json.text(headers, "messageId")).isNotEmpty();
        }
    }

    @Test
    void section_1_4_system_ping_carries_something_opaque() {
        try (var bot = RobotClient.connect(standIn, "demo")) {
            standIn.bean(Stream.class).pingAll();
            await().until(() -> !bot.system.isEmpty());

            var ping = bot.system.get(0);
            assertThat(Json.text(ping.path("headers"), "topic")).isEqualTo("ping");
            assertThat(Json.text(Json.tree(Json.text(ping, "data")), "opaque")).isNotEmpty();
        }
    }

    @Test
    void section_1_6_message_waits_for_a_connection() {
        var msgId = standIn.say("cidXinfeng", "xinfeng-1", "anybody there?");

        try (var bot = RobotClient.connect(standIn, "demo")) {
            await().until(() -> bot.msgIds().contains(msgId));
        }
    }

    @Test
    void section_1_6_message_that_is_not_acknowledged_comes_again_with_the_same_id() {
        standIn.faults("{'switches':{'resendSeconds':1}}");
        try (var mute = RobotClient.connectMute(standIn, "demo")) {
            var msgId = standIn.say("cidXinfeng", "xinfeng-1", "hi");

            await().until(() -> mute.msgIds().size() >= 2);
            assertThat(mute.msgIds()).containsOnly(msgId);
            mute.ack(mute.frames.get(0), 200);
            await().until(() -> standIn.bean(Stream.class).unacked("demo") == 0);
        }
    }

    @Test
    void section_1_5_handler_s_error_counts_as_not_acknowledged() {
        standIn.faults("{'switches':{'resendSeconds':1}}");
        try (var bot = RobotClient.connectMute(standIn, "demo")) {
            standIn.say("cidXinfeng", "xinfeng-1", "hi");
            await().until(() -> !bot.frames.isEmpty());
            bot.ack(bot.frames.get(0), 500);

            await().until(() -> bot.frames.size() >= 2);
            bot.ack(bot.frames.get(1), 200);
            await().until(() -> standIn.bean(Stream.class).unacked("demo") == 0);
        }
    }

    @Test
    void section_1_6_platform_that_never_pushes_again_is_a_switch() {
        standIn.faults("{'switches':{'resendSeconds':0,'resendUnacked':false}}");
        try (var mute = RobotClient.connectMute(standIn, "demo")) {
            standIn.say("cidXinfeng", "xinfeng-1", "hi");
            await().until(() -> mute.frames.size() == 1);
            IntStream.range(0, 3).forEach(i -> standIn.bean(Stream.class).resend());
            // Whatever was pushed by now came before this.
            standIn.bean(Stream.class).pingAll();
            await().until(() -> !mute.system.isEmpty());

            assertThat(mute.frames).hasSize(1);
            mute.ack(mute.frames.get(0), 200);
            await().until(() -> standIn.bean(Stream.class).unacked("demo") == 0);
        }
    }

    @Test
    void section_1_7_one_of_several_connections_is_chosen_for_each_message() {
        try (var one = RobotClient.connect(standIn, "demo");
                var two = RobotClient.connect(standIn, "demo")) {
            var sent = IntStream.range(0, 40)
                    .mapToObj(i -> standIn.say("cidXinfeng", "xinfeng-1", "line " + i))
                    .toList();
            await().until(() -> one.frames.size() + two.frames.size() == 40);

            assertThat(one.frames).isNotEmpty();
            assertThat(two.frames).isNotEmpty();
            var all = new HashSet<>(one.msgIds());
            all.addAll(two.msgIds());
            assertThat(all).containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    @Test
    void section_1_7_client_that_is_asked_to_move_gets_nothing_more_on_the_old_connection() {
        try (var old = RobotClient.connect(standIn, "demo")) {
            standIn.faults("{'actions':[{'do':'DISCONNECT','client':'demo'}]}");
            await().untilAsserted(() -> assertThat(old.system)
                    .extracting(frame -> Json.text(frame.path("headers"), "topic"))
                    .contains("disconnect"));

            try (var fresh = RobotClient.connect(standIn, "demo")) {
                var msgId = standIn.say("cidXinfeng", "xinfeng-1", "hi");
                await().until(() -> fresh.msgIds().contains(msgId));
                assertThat(old.frames).isEmpty();
            }
            await().until(old.end::isDone);
        }
    }

    @Test
    void section_2_3_each_robot_gets_its_own_messages() {
        try (var demo = RobotClient.connect(standIn, "demo");
                var peer = RobotClient.connect(standIn, "peer")) {
            var forDemo = standIn.say("cidJianshe", "jianshe-1", "hi");
            var forPeer = standIn.say(
                    "cidJianshe",
                    Json.object()
                            .put("senderStaffId", "jianshe-1")
                            .put("text", "hi")
                            .put("robot", "peer"));
            await().until(() -> !demo.frames.isEmpty() && !peer.frames.isEmpty());

            assertThat(demo.msgIds()).containsExactly(forDemo);
            assertThat(peer.msgIds()).containsExactly(forPeer);
            assertThat(Json.text(peer.messages().get(0), "robotCode")).isEqualTo("peer");
        }
    }

    @Test
    void frame_is_delivered_several_times_over_several_connections() {
        standIn.faults("{'stream':{'copies':3,'acrossConnections':true}}");
        try (var one = RobotClient.connect(standIn, "demo");
                var two = RobotClient.connect(standIn, "demo")) {
            var msgId = standIn.say("cidXinfeng", "xinfeng-1", "hi");
            await().until(() -> one.frames.size() + two.frames.size() == 3);

            assertThat(one.frames).isNotEmpty();
            assertThat(two.frames).isNotEmpty();
            assertThat(Set.copyOf(one.msgIds())).isEqualTo(Set.of(msgId));
            assertThat(messageIds(one)).isEqualTo(messageIds(two));
        }
    }

    @Test
    void message_that_comes_again_takes_another_connection_when_told_to() {
        standIn.faults("{'stream':{'acrossConnections':true,'ignoreAcks':true},'switches':{'resendSeconds':1}}");
        try (var one = RobotClient.connect(standIn, "demo");
                var two = RobotClient.connect(standIn, "demo")) {
            standIn.say("cidXinfeng", "xinfeng-1", "hi");

            await().until(() -> one.frames.size() >= 1 && two.frames.size() >= 1);
            standIn.faults("{'reset':true}");
            standIn.bean(Stream.class).resend();
            await().until(() -> {
                List.copyOf(one.frames).forEach(frame -> one.ack(frame, 200));
                return standIn.bean(Stream.class).unacked("demo") == 0;
            });
        }
    }

    @Test
    void dropped_connection_ends_without_a_closing_frame() {
        try (var bot = RobotClient.connect(standIn, "demo")) {
            standIn.faults("{'actions':[{'do':'DROP','client':'demo'}]}");

            assertThat(bot.end
                            .orTimeout(60, java.util.concurrent.TimeUnit.SECONDS)
                            .join())
                    .isIn("broken", "closed 1006");
        }
    }

    @Test
    void connection_is_dropped_after_so_many_frames() {
        standIn.faults("{'stream':{'dropAfterFrames':2}}");
        try (var bot = RobotClient.connect(standIn, "demo")) {
            standIn.say("cidXinfeng", "xinfeng-1", "one");
            standIn.say("cidXinfeng", "xinfeng-1", "two");

            await().until(bot.end::isDone);
            assertThat(bot.frames).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void half_open_connection_answers_no_ping_and_brings_nothing_although_it_stays_open() {
        try (var bot = RobotClient.connect(standIn, "demo")) {
            bot.ping();
            await().until(() -> bot.pongs.size() == 1);

            standIn.faults("{'actions':[{'do':'SILENCE','client':'demo'}]}");
            await().until(() -> standIn.bean(Stream.class).of("demo").stream().allMatch(Connection::isSilent));
            standIn.say("cidXinfeng", "xinfeng-1", "hello?");
            bot.ping();

            // A second connection shows that time has passed for the first.
            try (var other = RobotClient.connect(standIn, "peer")) {
                await().until(() -> !standIn.bean(Stream.class).of("peer").isEmpty());
                standIn.bean(Stream.class).pingAll();
                other.ping();
                await().until(() -> other.pongs.size() == 1 && !other.system.isEmpty());
            }
            assertThat(bot.pongs).hasSize(1);
            assertThat(bot.frames).isEmpty();
            assertThat(bot.end).isNotDone();
            standIn.faults("{'actions':[{'do':'DROP','client':'demo'}]}");
            await().until(bot.end::isDone);
        }
    }

    /** Takes what the test before left unpaid. */
    private static void pay(String app) {
        var stream = standIn.bean(Stream.class);
        stream.of(app).forEach(Connection::drop);
        standIn.faults("{'switches':{'resendSeconds':0}}");
        try (var bot = RobotClient.connect(standIn, app)) {
            await().until(() -> bot.end.isDone() || stream.unacked(app) + stream.waiting(app) == 0);
        }
        standIn.faults("{'switches':{'resendSeconds':60}}");
    }

    private static Set<String> messageIds(RobotClient client) {
        return List.copyOf(client.frames).stream()
                .map(frame -> Json.text(frame.path("headers"), "messageId"))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static WebSocket dial(String ticket) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://" + standIn.authority + "/connect?ticket=" + ticket),
                        new WebSocket.Listener() {})
                .join();
    }
}
