package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Presses over HTTP: believed when signed just now with the registered secret, and not otherwise. */
class CardCallbackTest {

    private static final String SECRET = "card-secret";
    private static final String PRESS = "{\"type\":\"actionCallback\",\"outTrackId\":\"track\",\"userId\":\"0123\","
            + "\"value\":\"{\\\"cardPrivateData\\\":{\\\"actionIds\\\":[\\\"b1\\\"]}}\"}";

    private final SettableClock clock = new SettableClock(Clock.systemUTC());
    private final PlatformFixture.FakeInbox inbox = new PlatformFixture.FakeInbox();

    private int status(String secret, String timestamp, String signature, String body) throws IOException {
        var cards = new PlatformFixture.FakeCards();
        cards.keep("track", 0, new CardState(Map.of(), List.of("/take 12")).json());
        var access = PlatformFixture.access(URI.create("http://127.0.0.1:1"));
        var presses = new CardPresses(cards, inbox, access, clock, new Aside());
        var controller =
                new CardCallbackController(presses, PlatformFixture.settings("card.callback-secret", secret), clock);
        var request = new MockHttpServletRequest("POST", "/dingtalk/card");
        request.addHeader("x-ddpaas-signature-timestamp", timestamp);
        request.addHeader("x-ddpaas-signature", signature);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return controller.receive(request).join().getStatusCode().value();
    }

    private String now() {
        return String.valueOf(clock.millis());
    }

    @Test
    void signed_press_is_taken_and_answered() throws IOException {
        var now = now();

        assertThat(status(SECRET, now, CardCallbackController.sign(now, SECRET), PRESS))
                .isEqualTo(200);
        assertThat(inbox.accepted)
                .singleElement()
                .satisfies(message -> assertThat(message.text()).isEqualTo("/take 12"));
        assertThat(status(SECRET, now, CardCallbackController.sign(now, SECRET), "no json"))
                .isEqualTo(400);
    }

    @Test
    void strangers_old_signatures_and_a_house_without_a_secret_take_nothing() throws IOException {
        var now = now();
        var old = String.valueOf(clock.millis() - Duration.ofMinutes(6).toMillis());

        assertThat(status(SECRET, now, CardCallbackController.sign(now, "other"), PRESS))
                .isEqualTo(403);
        assertThat(status(SECRET, old, CardCallbackController.sign(old, SECRET), PRESS))
                .isEqualTo(403);
        assertThat(status(SECRET, "x", CardCallbackController.sign("x", SECRET), PRESS))
                .isEqualTo(403);
        assertThat(status("", now, CardCallbackController.sign(now, SECRET), PRESS))
                .isEqualTo(403);
        assertThat(inbox.accepted).isEmpty();
    }
}
