package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecobot.dingtalk.ConnectionStatus.State;
import ecobot.dingtalk.MiniGateway.Link;
import ecobot.inbox.IncomingMessage;
import ecobot.testing.Threads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.node.ObjectNode;

/** The stream client against a gateway that misbehaves. */
@ExtendWith(OutputCaptureExtension.class)
class StreamClientIT {

    private final PlatformFixture.FakeInbox inbox = new PlatformFixture.FakeInbox();
    private final PlatformFixture.FakeAlarms alarms = new PlatformFixture.FakeAlarms();
    private final StreamFigures figures = new StreamFigures(PlatformFixture.MACHINE);
    private Function<BotMessageReceiver, FrameReceiver> receiver = messages -> messages;
    private MiniGateway gateway;
    private StreamConnection connection;
    private StreamClient client;

    @BeforeEach
    void openGateway() throws IOException {
        gateway = new MiniGateway();
    }

    @AfterEach
    void stop() throws IOException {
        client.stop();
        gateway.close();
    }

    private void start(String... settings) {
        DingTalkSettings all = PlatformFixture.settings(settings);
        DingTalkAccess access = PlatformFixture.access(gateway.base());
        QuotaMeter quota = PlatformFixture.quota(alarms, all);
        BotMessageDecoder decoder = new BotMessageDecoder(access, new SessionUrls(access), PlatformFixture.MACHINE);
        MessageIntake intake = new MessageIntake(decoder, inbox, alarms, quota, new Heard(), new Aside());
        Tokens tokens = new Tokens(new Sdk(access, all), access, PlatformFixture.MACHINE, all);
        connection = new StreamConnection(PlatformFixture.MACHINE, alarms, all);
        StreamConnector connector = new StreamConnector(
                new PlainHttp(all), access, all, receiver.apply(new BotMessageReceiver(intake)), figures, tokens);
        client = new StreamClient(connector, connection, figures);
        client.start();
    }

    private Link nextLink() throws InterruptedException {
        Link link = gateway.links.poll(1, TimeUnit.MINUTES);
        assertThat(link).as("a connection").isNotNull();
        return link;
    }

    private static ObjectNode nextAnswer(Link link) throws Exception {
        String text = link.received.poll(1, TimeUnit.MINUTES);
        assertThat(text).as("an answer").isNotNull();
        return Json.object(text);
    }

    private static String frame(String type, String topic, String id, String data) {
        ObjectNode frame = Json.newObject().put("specVersion", "1.0").put("type", type);
        frame.putObject("headers").put("topic", topic).put("messageId", id).put("contentType", "application/json");
        return frame.put("data", data).toString();
    }

    private static String message(String id) {
        return frame("CALLBACK", Frame.BOT_MESSAGE, "f-" + id, said(id).toString());
    }

    private static ObjectNode said(String id) {
        ObjectNode said = Json.newObject()
                .put("msgId", id)
                .put("msgtype", "text")
                .put("conversationId", "cid")
                .put("conversationType", "2")
                .put("senderStaffId", "0123");
        said.putObject("text").put("content", " /help");
        return said;
    }

    @Test
    void ack_waits_for_the_inbox() throws Exception {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        inbox.storing = any -> stored;
        start();
        Link link = nextLink();

        link.text(message("m1"));

        await().until(() -> inbox.accepted.size() == 1);
        await().during(Duration.ofMillis(300)).until(link.received::isEmpty);
        stored.complete(null);
        ObjectNode answer = nextAnswer(link);
        assertThat(answer.path("code").asInt()).isEqualTo(200);
        assertThat(answer.path("headers").path("messageId").asString()).isEqualTo("f-m1");
        assertThat(answer.path("data").asString()).isEqualTo("{\"response\":null}");
    }

    @Test
    void what_was_not_stored_is_not_acknowledged() throws Exception {
        inbox.storing = any -> CompletableFuture.failedFuture(new IllegalStateException("database down"));
        start();
        Link link = nextLink();

        link.text(message("m1"));

        assertThat(nextAnswer(link).path("code").asInt()).isEqualTo(500);
    }

    @Test
    void acks_overtake_each_other() throws Exception {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        inbox.storing = said -> said.msgId().equals("m1") ? slow : CompletableFuture.completedFuture(null);
        start();
        Link link = nextLink();

        link.text(message("m1"));
        link.text(message("m2"));

        assertThat(nextAnswer(link).path("headers").path("messageId").asString())
                .isEqualTo("f-m2");
        slow.complete(null);
        assertThat(nextAnswer(link).path("headers").path("messageId").asString())
                .isEqualTo("f-m1");
    }

    @Test
    void press_that_waits_for_the_database_holds_up_nothing_behind_it() throws Exception {
        var databaseIsBack = new CountDownLatch(1);
        var cards = new PlatformFixture.FakeCards() {
            @Override
            public @Nullable Kept find(String trackId) {
                hold(databaseIsBack);
                return super.find(trackId);
            }
        };
        cards.keep("track", 0, new CardState(Map.of(), List.of("/take 12")).json());
        receiver = messages -> receiverWithCards(messages, cards);
        start();
        Link link = nextLink();

        link.text(frame(
                "CALLBACK",
                Frame.CARD_PRESS,
                "press",
                "{\"outTrackId\":\"track\",\"userId\":\"0123\",\"content\":"
                        + "\"{\\\"cardPrivateData\\\":{\\\"actionIds\\\":[\\\"b1\\\"]}}\"}"));
        link.text(message("m1"));

        assertThat(nextAnswer(link).path("headers").path("messageId").asString())
                .isEqualTo("f-m1");
        databaseIsBack.countDown();
        ObjectNode answer = nextAnswer(link);
        assertThat(answer.path("headers").path("messageId").asString()).isEqualTo("press");
        assertThat(answer.path("code").asInt()).isEqualTo(200);
        assertThat(inbox.accepted).extracting(IncomingMessage::text).contains("/take 12");
    }

    private static void hold(CountDownLatch end) {
        try {
            if (!end.await(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no database");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CallbackReceiver receiverWithCards(BotMessageReceiver messages, CardMapper cards) {
        Aside aside = new Aside();
        DingTalkAccess access = PlatformFixture.access(gateway.base());
        return new CallbackReceiver(
                messages,
                new CardPresses(cards, inbox, access, PlatformFixture.MACHINE, aside),
                new ReadEvents(event -> {}, PlatformFixture.quota(alarms, PlatformFixture.settings()), aside));
    }

    @Test
    void housekeeping_is_answered_by_the_book() throws Exception {
        start();
        Link link = nextLink();

        link.text(frame("SYSTEM", "ping", "p1", "{\"opaque\":\"x\"}"));
        link.text(frame("EVENT", "*", "e1", "{}"));
        link.text("no json");
        link.text(frame("CALLBACK", Frame.BOT_MESSAGE, "b1", "no json"));

        ObjectNode pong = nextAnswer(link);
        assertThat(pong.path("code").asInt()).isEqualTo(200);
        assertThat(pong.path("data").asString()).isEqualTo("{\"opaque\":\"x\"}");
        assertThat(nextAnswer(link).path("code").asInt()).isEqualTo(404);
        assertThat(nextAnswer(link).path("code").asInt()).isEqualTo(400);
        assertThat(nextAnswer(link).path("code").asInt()).isEqualTo(400);
        assertThat(link.request).contains("/connect?ticket=ticket%2Fwith%2Bodd%3Dsigns-CANARY ");
        assertThat(gateway.openBodies.get(0)).contains(Frame.BOT_MESSAGE).doesNotContain("EVENT");
    }

    @Test
    void dropped_link_is_replaced_at_once_a_hundred_times() throws Exception {
        start();
        List<Long> gaps = new ArrayList<>();
        Link link = nextLink();
        for (int i = 0; i < 100; i++) {
            link.text(frame("SYSTEM", "ping", "p", "{}"));
            nextAnswer(link);
            long droppedAt = System.nanoTime();
            link.cut();
            link = nextLink();
            gaps.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - droppedAt));
        }

        Collections.sort(gaps);
        System.out.println(
                "reconnect after a drop, ms: p50 " + gaps.get(50) + " p95 " + gaps.get(95) + " max " + gaps.get(99));
        assertThat(gaps.get(95)).isLessThanOrEqualTo(1500);
        assertThat(gaps.get(99)).isLessThanOrEqualTo(3000);
        await().until(() -> figures.reconnects() == 100);
    }

    @Test
    void silent_link_is_given_up() throws Exception {
        start("stream.ping-every", "500ms", "stream.pong-within", "1500ms");
        Link link = nextLink();
        link.text(frame("SYSTEM", "ping", "p", "{}"));
        nextAnswer(link);
        await().during(Duration.ofSeconds(3)).until(() -> gateway.links.isEmpty());

        link.mute = true;
        long mutedAt = System.nanoTime();
        nextLink();

        assertThat(Duration.ofNanos(System.nanoTime() - mutedAt)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void link_that_is_told_to_go_is_replaced_before_it_is_closed() throws Exception {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        inbox.storing = said -> said.msgId().equals("late") ? stored : CompletableFuture.completedFuture(null);
        start("stream.drain-quiet", "200ms");
        Link old = nextLink();
        old.text(message("late"));
        await().until(() -> inbox.accepted.size() == 1);

        old.text(frame("SYSTEM", "disconnect", "d", "{\"reason\":\"deploy\"}"));
        Link fresh = nextLink();

        fresh.text(message("m2"));
        assertThat(nextAnswer(fresh).path("code").asInt()).isEqualTo(200);
        await().during(Duration.ofMillis(1500)).until(() -> !old.closed);
        stored.complete(null);
        assertThat(nextAnswer(old).path("headers").path("messageId").asString()).isEqualTo("f-late");
        await().until(() -> old.closed);
        assertThat(connection.status().connected()).isTrue();
    }

    @Test
    void refusal_alarms_and_is_tried_again_until_it_is_lifted(CapturedOutput log) throws Exception {
        gateway.refusing = true;
        start();

        await().until(() -> connection.status().state() == State.REFUSED);
        await().untilAsserted(() -> assertThat(alarms.raised).contains("credentials-refused"));
        await().untilAsserted(() -> assertThat(log).contains("check DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET"));
        gateway.refusing = false;
        nextLink();

        await().until(() -> connection.status().connected());
        await().until(alarms.raised::isEmpty);
    }

    @Test
    void connection_that_is_asked_for_too_fast_says_nothing_against_the_credentials() throws Exception {
        gateway.throttling = true;
        start();
        await().until(() -> gateway.opensAt.size() > 1);

        assertThat(connection.status().state()).isEqualTo(State.CONNECTING);
        assertThat(alarms.everRaised).isEmpty();
        gateway.throttling = false;
        nextLink();

        await().until(() -> connection.status().connected());
    }

    @Test
    void outage_raises_the_alarm_once_and_clears_it(CapturedOutput log) throws Exception {
        gateway.refusing = true;
        start("stream.alarm-after", "100ms");

        await().until(() -> alarms.raised.contains("stream-down"));
        assertThat(new StreamHealth(connection, figures).health().getStatus().getCode())
                .isEqualTo("DOWN");
        gateway.refusing = false;
        nextLink();

        await().until(() -> alarms.raised.isEmpty());
        assertThat(Collections.frequency(alarms.everRaised, "stream-down")).isOne();
        assertThat(new StreamHealth(connection, figures).health().getStatus().getCode())
                .isEqualTo("UP");
    }

    @Test
    void over_quota_frame_alarms_and_stores_nothing() throws Exception {
        start();
        Link link = nextLink();
        ObjectNode empty = said("m1").put("errorCode", "20001").put("errorMessage", "quota");
        empty.remove("text");

        link.text(frame("CALLBACK", Frame.BOT_MESSAGE, "f1", empty.toString()));

        assertThat(nextAnswer(link).path("code").asInt()).isEqualTo(200);
        assertThat(alarms.raised).contains("quota-exhausted");
        assertThat(inbox.accepted).isEmpty();
    }

    @Test
    void burst_is_read_no_faster_than_it_is_stored_and_nothing_is_dropped() throws Exception {
        Queue<CompletableFuture<Void>> held = new ConcurrentLinkedQueue<>();
        inbox.storing = any -> {
            CompletableFuture<Void> future = new CompletableFuture<>();
            held.add(future);
            return future;
        };
        start("stream.max-waiting-frames", "100");
        Link link = nextLink();
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendAll(link, 2000), Threads.NEW);

        await().until(() -> inbox.accepted.size() == 100);
        await().during(Duration.ofMillis(300)).until(() -> inbox.accepted.size() == 100);
        inbox.storing = any -> CompletableFuture.completedFuture(null);
        held.forEach(future -> future.complete(null));

        sending.get(1, TimeUnit.MINUTES);
        await().until(() -> link.received.size() == 2000);
        assertThat(figures.acksLost().sum()).isZero();
    }

    @Test
    void burst_of_ten_thousand_frames_is_acknowledged_whole() throws Exception {
        Executor database = Executors.newSingleThreadExecutor();
        inbox.storing = any -> CompletableFuture.runAsync(() -> {}, database);
        start();
        Link link = nextLink();
        long startedAt = System.nanoTime();

        sendAll(link, 10_000);

        await().until(() -> link.received.size() == 10_000);
        System.out.println("burst of 10,000 acknowledged in ms: " + (System.nanoTime() - startedAt) / 1_000_000);
        Set<String> ids = new HashSet<>();
        for (String answer : link.received) {
            ids.add(Json.object(answer).path("headers").path("messageId").asString());
        }
        assertThat(ids).hasSize(10_000);
    }

    private static void sendAll(Link link, int count) {
        try {
            for (int i = 0; i < count; i++) {
                link.text(message("m" + i));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void stop_says_goodbye_and_leaves_no_trace_of_secrets(CapturedOutput log) throws Exception {
        start();
        Link link = nextLink();
        await().until(() -> connection.status().connected());

        client.stop();

        await().until(() -> link.closed);
        await().during(Duration.ofMillis(500)).until(() -> gateway.links.isEmpty());
        assertThat(connection.status().state()).isEqualTo(State.OFF);
        assertThat(log.getAll().lines().filter(line -> line.contains("Stream")))
                .anyMatch(line -> line.contains("stream connected"))
                .noneMatch(line -> line.contains("Exception"));
        assertThat(log).doesNotContain("CANARY");
    }
}
