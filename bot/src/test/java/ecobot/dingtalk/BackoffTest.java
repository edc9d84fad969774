package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void waits_double_after_refusals_up_to_a_minute() {
        Backoff backoff = new Backoff(() -> 0.0);

        assertThat(IntStream.range(0, 8)
                        .mapToLong(i -> backoff.after(Backoff.Kind.REFUSED).toMillis()))
                .containsExactly(1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L, 30000L);
    }

    @Test
    void jitter_spreads_a_wait_over_its_upper_half() {
        assertThat(new Backoff(() -> 0.0).after(Backoff.Kind.UNREACHABLE).toMillis())
                .isEqualTo(250);
        assertThat(new Backoff(() -> 0.5).after(Backoff.Kind.UNREACHABLE).toMillis())
                .isEqualTo(375);
        assertThat(new Backoff(() -> 0.999).after(Backoff.Kind.REFUSED).toMillis())
                .isBetween(1990L, 2000L);
    }

    @Test
    void success_starts_over() {
        Backoff backoff = new Backoff(() -> 0.0);
        IntStream.range(0, 5).forEach(i -> backoff.after(Backoff.Kind.REFUSED));

        backoff.reset();

        assertThat(backoff.after(Backoff.Kind.REFUSED).toMillis()).isEqualTo(1000);
    }

    @Test
    void no_number_of_failures_overflows() {
        Backoff backoff = new Backoff(() -> 0.999);

        assertThat(IntStream.range(0, 1000)
                        .mapToLong(i -> backoff.after(Backoff.Kind.REFUSED).toMillis()))
                .allMatch(wait -> wait > 0 && wait <= 60_000);
    }
}
