package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.testing.EcoBotIT;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** How much of the allowance is used when there is more to send than it allows, against a platform that turns away what is too fast. */
@Tag("bench")
@EcoBotIT
class PaceBenchIT {

    private static final Logger log = LoggerFactory.getLogger(PaceBenchIT.class);
    private static final int CALLS = 300;

    @Autowired
    AppRobot robot;

    @Autowired
    DingTalkSettings settings;

    @Test
    void allowance_is_used_and_never_overdrawn() {
        var senders = Executors.newFixedThreadPool(4);
        long begin = System.nanoTime();
        try {
            var calls = IntStream.range(0, CALLS)
                    .mapToObj(call -> CompletableFuture.runAsync(this::call, senders))
                    .toList();
            calls.forEach(CompletableFuture::join);
        } finally {
            senders.shutdownNow();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        int atOnce = PaceRule.of(settings.callsPerSecond()).places();
        double used = (CALLS - atOnce) / seconds / settings.callsPerSecond();

        log.warn(
                "{} calls in {} s, none turned away: {} % of the allowance after the first places",
                CALLS, seconds, Math.round(used * 1000) / 10.0);
        assertThat(used).isBetween(0.9, 1.01);
    }

    private void call() {
        try {
            robot.sendToGroup(
                    "cidXinfeng",
                    RobotMessage.of(MessengerFixture.markdown("pace")),
                    Deadline.in(Duration.ofSeconds(60)));
        } catch (CallFailed e) {
            throw new AssertionError(e.fault().reason(), e);
        }
    }
}
