package ecobot.dingtalk;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecobot.testing.Threads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The token has expired, and something between us and the platform takes the question and says nothing. */
class TokensIT {

    @RegisterExtension
    private static final PlatformStub platform = new PlatformStub();

    private MessengerFixture houseWithSilence(String callTimeout) {
        platform.answer(
                PlatformStub.TOKEN,
                okJson("{\"accessToken\":\"token-CANARY\",\"expireIn\":7200}").withFixedDelay(20_000));
        return new MessengerFixture(platform.base(), "call-timeout", callTimeout);
    }

    @Test
    void all_who_wait_for_a_token_that_does_not_come_end_together_and_in_time() {
        var house = houseWithSilence("1s");

        var calls = IntStream.range(0, 8)
                .mapToObj(
                        caller -> CompletableFuture.supplyAsync(() -> call(house, Duration.ofSeconds(3)), Threads.NEW))
                .toList();

        assertThat(calls.stream().map(CompletableFuture::join)).allSatisfy(ended -> {
            assertThat(ended.reason()).isIn("timeout", "too-slow");
            assertThat(ended.after()).isLessThan(Duration.ofSeconds(4));
        });
        assertThat(platform.calls(PlatformStub.TOKEN)).isLessThanOrEqualTo(3);
    }

    @Test
    void who_cannot_wait_for_another_s_token_gives_up_in_time_for_his_own_call() {
        var house = houseWithSilence("5s");
        var patient = CompletableFuture.supplyAsync(() -> call(house, Duration.ofSeconds(19)), Threads.NEW);
        await().until(() -> platform.calls(PlatformStub.TOKEN) == 1);

        assertThat(call(house, Duration.ofMillis(5_500)).reason()).isEqualTo("too-slow");

        assertThat(patient).isNotDone();
        assertThat(patient.join().reason()).isEqualTo("timeout");
    }

    private static Ended call(MessengerFixture house, Duration patience) {
        long begin = System.nanoTime();
        try {
            house.api.callFree(Deadline.in(patience), token -> token);
            throw new AssertionError("there is no token");
        } catch (CallFailed e) {
            return new Ended(e.getMessage(), Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private record Ended(String reason, Duration after) {}
}
