package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** The way in over HTTP. */
class CallbackIT {

    private final SettableClock clock =
            new SettableClock(Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ZoneOffset.UTC));
    private final PlatformFixture.FakeInbox inbox = new PlatformFixture.FakeInbox();
    private final PlatformFixture.FakeAlarms alarms = new PlatformFixture.FakeAlarms();
    private final CallbackController controller = controller();

    private CallbackController controller() {
        DingTalkSettings settings = PlatformFixture.settings();
        DingTalkAccess access = PlatformFixture.access(URI.create("https://oapi.dingtalk.com"));
        BotMessageDecoder decoder = new BotMessageDecoder(access, new SessionUrls(access), clock);
        MessageIntake intake = new MessageIntake(
                decoder, inbox, alarms, PlatformFixture.quota(alarms, settings), new Heard(), new Aside());
        return new CallbackController(
                new CallbackSignature(access, clock), new SeenCallbacks(PlatformFixture.MACHINE), intake);
    }

    private static byte[] body(String msgId) {
        return ("{\"msgId\":\"" + msgId
                        + "\",\"conversationId\":\"c\",\"msgtype\":\"text\",\"text\":{\"content\":\"x\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String now(Duration offset) {
        return String.valueOf(clock.instant().plus(offset).toEpochMilli());
    }

    private ResponseEntity<String> call(@Nullable String timestamp, @Nullable String sign, byte[] body)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/dingtalk/callback");
        if (timestamp != null) {
            request.addHeader("timestamp", timestamp);
        }
        if (sign != null) {
            request.addHeader("sign", sign);
        }
        request.setContent(body);
        return controller.receive(request).get(1, TimeUnit.MINUTES);
    }

    private ResponseEntity<String> signed(String timestamp, byte[] body) throws Exception {
        return call(timestamp, CallbackSignature.sign(timestamp, PlatformFixture.SECRET), body);
    }

    @Test
    void signed_message_is_taken_in() throws Exception {
        ResponseEntity<String> answer = signed(now(Duration.ZERO), body("m1"));

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo("{\"msgtype\":\"empty\"}");
        assertThat(inbox.accepted).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"-PT4M59S,200", "PT4M59S,200", "-PT5M1S,403", "PT5M1S,403", "-PT1H,403", "PT24H,403"})
    void window_is_five_minutes_both_ways(Duration offset, int status) throws Exception {
        assertThat(signed(now(offset), body("m1")).getStatusCode().value()).isEqualTo(status);
    }

    @Test
    void same_call_again_is_answered_but_not_taken_in_twice() throws Exception {
        String timestamp = now(Duration.ZERO);

        signed(timestamp, body("m1"));
        ResponseEntity<String> again = signed(timestamp, body("m1"));

        assertThat(again.getStatusCode().value()).isEqualTo(200);
        assertThat(inbox.accepted).hasSize(1);
    }

    @Test
    void two_messages_of_one_millisecond_are_both_taken_in() throws Exception {
        String timestamp = now(Duration.ZERO);

        signed(timestamp, body("m1"));
        signed(timestamp, body("m2"));

        assertThat(inbox.accepted).hasSize(2);
    }

    @Test
    void what_was_not_stored_may_come_again() throws Exception {
        String timestamp = now(Duration.ZERO);
        inbox.storing = any -> CompletableFuture.failedFuture(new IllegalStateException("database down"));

        assertThat(signed(timestamp, body("m1")).getStatusCode().value()).isEqualTo(503);
        inbox.storing = any -> CompletableFuture.completedFuture(null);
        assertThat(signed(timestamp, body("m1")).getStatusCode().value()).isEqualTo(200);
        assertThat(inbox.accepted).hasSize(2);
    }

    @Test
    void slow_database_is_not_waited_for_longer_than_the_platform_waits() throws Exception {
        inbox.storing = any -> new CompletableFuture<>();

        assertThat(signed(now(Duration.ZERO), body("m1")).getStatusCode().value())
                .isEqualTo(503);
    }

    @Test
    void too_large_or_senseless_is_refused() throws Exception {
        assertThat(signed(now(Duration.ZERO), new byte[300_000]).getStatusCode().value())
                .isEqualTo(413);
        assertThat(signed(now(Duration.ZERO), "no json".getBytes(StandardCharsets.UTF_8))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void none_of_a_hundred_thousand_forged_calls_is_taken_in() throws Exception {
        Random random = new Random(7);
        String timestamp = now(Duration.ZERO);
        String sign = CallbackSignature.sign(timestamp, PlatformFixture.SECRET);
        assertThat(call(null, null, body("m")).getStatusCode().value()).isEqualTo(403);
        assertThat(call(timestamp, null, body("m")).getStatusCode().value()).isEqualTo(403);
        assertThat(call(timestamp, CallbackSignature.sign(timestamp, "other"), body("m"))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        CallbackSignature signature =
                new CallbackSignature(PlatformFixture.access(URI.create("https://oapi.dingtalk.com")), clock);
        assertThat(signature.isGood(timestamp, sign)).isTrue();
        List<String> forgeries = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            boolean inTimestamp = random.nextBoolean();
            String forgedTimestamp = inTimestamp ? mutated(timestamp, random) : timestamp;
            String forgedSign = inTimestamp ? sign : mutated(sign, random);
            if (signature.isGood(forgedTimestamp, forgedSign)) {
                forgeries.add(forgedTimestamp + " " + forgedSign);
            }
        }
        assertThat(forgeries).isEmpty();
        assertThat(inbox.accepted).isEmpty();
    }

    private static String mutated(String text, Random random) {
        int at = random.nextInt(text.length());
        char other = (char) (text.charAt(at) ^ (1 << random.nextInt(7)));
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + other + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + other + text.substring(at);
        };
    }
}
