package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How fast the stand-in is, so that a load test measures the bot. Run with {@code -Dexcluded.test.groups= -Dit.test=LoadIT}. */
@Tag("bench")
class LoadIT {

    private static final Logger log = LoggerFactory.getLogger(LoadIT.class);
    private static final int MESSAGES = 10_000;
    private static final String ANSWER = "{\"msgtype\":\"text\",\"text\":{\"content\":\"answer\"}}";

    @TempDir
    Path folder;

    @Test
    void ten_thousand_messages_and_answers_within_a_minute() {
        var answered = new AtomicInteger();
        var answerers = Executors.newFixedThreadPool(4);
        try (var standIn = StandIn.start(folder);
                var bot = RobotClient.connect(standIn, "demo")) {
            standIn.faults("{'switches':{'rateLimits':false}}");
            bot.onMessage = message -> answerers.execute(() -> {
                var session = Json.text(message, "sessionWebhook").substring(standIn.base.length());
                if (standIn.post(session, ANSWER).errcode() == 0) {
                    answered.incrementAndGet();
                }
            });
            var start = System.nanoTime();
            for (int i = 0; i < MESSAGES; i++) {
                standIn.say("cidXinfeng", "xinfeng-1", "line " + i);
            }
            var posted = since(start);
            await().until(() -> answered.get() == MESSAGES);
            var done = since(start);
            var reading = System.nanoTime();
            assertThat(standIn.messages("cidXinfeng")).hasSize(2 * MESSAGES);
            log.info("posted in {}, answered in {}, all read in {}", posted, done, since(reading));
            assertThat(done).isLessThan(Duration.ofMinutes(1));
        } finally {
            answerers.shutdown();
        }
        var start = System.nanoTime();
        try (var again = StandIn.start(folder)) {
            assertThat(again.messages("cidXinfeng")).hasSize(2 * MESSAGES);
            log.info("started again on the journal in {}", since(start));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
