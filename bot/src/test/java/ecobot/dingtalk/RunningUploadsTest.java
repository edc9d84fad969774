package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunningUploadsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningUploads uploads = new RunningUploads();

    @Test
    void who_joins_a_slow_upload_goes_away_soon_and_who_began_it_gets_its_end() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> end = new CompletableFuture<>();
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> {
            try {
                return uploads.await("hash", PATIENCE, () -> {
                    begun.countDown();
                    return end.join();
                });
            } catch (CallFailed e) {
                return e.fault().reason();
            }
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        long joined = System.nanoTime();
        assertThatThrownBy(() -> uploads.await("hash", PATIENCE, () -> "never made"))
                .isInstanceOfSatisfying(
                        CallFailed.class, failed -> assertThat(failed.fault()).isEqualTo(Faults.of(Faults.UPLOADING)));
        assertThat(Duration.ofNanos(System.nanoTime() - joined)).isLessThan(Duration.ofSeconds(10));

        end.complete("@id");
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("@id");
    }
}
