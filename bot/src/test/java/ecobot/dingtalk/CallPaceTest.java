package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallPaceTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int PLATFORM = 20;

    private final long[] now = {0};

    @ParameterizedTest
    @CsvSource({"15, 20, 1.333", "19.5, 20, 1.026", "20, 20, 1.0", "60, 20, 0.333", "5, 7, 1.4", "0.5, 1, 2"})
    void rule_has_a_third_more_places_than_a_second_needs_and_twenty_at_most(double rate, int places, double seconds) {
        var rule = PaceRule.of(rate);

        assertThat(rule.places()).isEqualTo(places);
        assertThat(rule.periodNanos() / 1e9).isCloseTo(seconds, within(0.001));
    }

    @Test
    void all_places_are_used_at_once_and_then_as_they_become_free() {
        var pace = pace(15);

        var waits = LongStream.generate(() -> take(pace).slot()).limit(61).toArray();

        assertThat(Arrays.stream(waits).limit(20)).containsOnly(0L);
        assertThat(waits[20] / 1e9).isCloseTo(1.333, within(0.001));
        assertThat(waits[60] / 1e9).isCloseTo(4.0, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(doubles = {15, 19, 19.5, 20})
    void no_second_has_more_calls_than_the_platform_allows_however_they_come(double rate) {
        var pace = pace(rate);
        var dice = new Random(7);

        var slots = IntStream.range(0, 2_000)
                .mapToLong(call -> {
                    now[0] += dice.nextInt(10) == 0 ? dice.nextLong(2 * SECOND) : dice.nextLong(SECOND / 50);
                    return take(pace).slot();
                })
                .toArray();

        assertThat(mostInASecond(slots)).isLessThanOrEqualTo(PLATFORM);
    }

    /** The first calls of a process are slow: what was sent half a second after its slot is counted half a second after it. */
    @ParameterizedTest
    @CsvSource({"20, true", "20, false", "19, true", "19, false"})
    void calls_that_come_late_make_no_second_too_full(double rate, boolean over) {
        var pace = pace(rate);
        var arrivals = new ArrayList<Long>();

        for (int call = 0; call < 60; call++) {
            var taken = take(pace);
            long late = call < PLATFORM ? SECOND / 2 : 0;
            now[0] = Math.max(now[0], taken.slot() + late);
            arrivals.add(now[0]);
            if (over) {
                pace.over(taken);
            }
        }

        var most = mostInASecond(arrivals.stream().mapToLong(Long::longValue).toArray());
        if (over) {
            assertThat(most).isLessThanOrEqualTo(PLATFORM);
        } else {
            assertThat(most)
                    .as("the control: a place that does not wait for the answer")
                    .isGreaterThan(PLATFORM);
        }
    }

    /** What the broadcast gains: even steps reach the twentieth call a second later. */
    @Test
    void broadcast_of_500_takes_25_periods_less_the_last() {
        var pace = pace(19.5);

        var last = LongStream.generate(() -> take(pace).slot()).limit(500).max().orElseThrow();

        assertThat(last / 1e9).isCloseTo(24 * 20 / 19.5, within(0.01)).isLessThan(499 / 19.5 - 0.9);
    }

    @Test
    void turn_that_would_come_too_late_is_refused_at_once_and_costs_nobody_a_place() throws InterruptedException {
        var pace = pace(0.1);
        take(pace);

        assertThat(pace.await(Duration.ofSeconds(9))).isEmpty();
        assertThat(pace.await(Duration.ofSeconds(9))).isEmpty();
        assertThat(take(pace).slot()).isEqualTo(10 * SECOND);
    }

    /** The control: counting by whole seconds of the clock lets twice as many through around a stroke. */
    @Test
    void counting_by_the_clock_s_seconds_would_overdraw() {
        var slots = LongStream.concat(
                        IntStream.range(0, PLATFORM).mapToLong(call -> SECOND - 1 - call),
                        IntStream.range(0, PLATFORM).mapToLong(call -> SECOND + call))
                .sorted()
                .toArray();

        assertThat(mostInASecond(slots)).isEqualTo(2 * PLATFORM);
    }

    private static CallPace.Taken take(CallPace pace) {
        return pace.take(Duration.ofDays(1)).orElseThrow();
    }

    private CallPace pace(double rate) {
        return new CallPace(PaceRule.of(rate), () -> now[0]);
    }

    private static long mostInASecond(long[] slots) {
        return Arrays.stream(slots)
                .map(from -> Arrays.stream(slots)
                        .filter(slot -> slot >= from && slot < from + SECOND)
                        .count())
                .max()
                .orElseThrow();
    }
}
