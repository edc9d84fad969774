package ecobot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RatesTest {

    private final SettableClock clock = new SettableClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final Rates rates = new Rates(clock);

    @Test
    void section_10_4_twenty_calls_a_second_for_each_app_and_api() {
        assertThat(calls("demo", "send", 20)).isEqualTo(20);
        assertThat(calls("demo", "send", 1)).isZero();
        assertThat(calls("demo", "query", 1)).isEqualTo(1);
        assertThat(calls("peer", "send", 1)).isEqualTo(1);

        pass(Duration.ofMillis(999));
        assertThat(calls("demo", "send", 1)).isZero();
        pass(Duration.ofMillis(1));
        assertThat(calls("demo", "send", 21)).isEqualTo(20);
    }

    @Test
    void section_4_2_twenty_messages_a_minute_and_ten_minutes_of_silence_for_the_next() {
        assertThat(messages(20)).isEqualTo(20);
        pass(Duration.ofSeconds(59));
        assertThat(messages(1)).isZero();

        pass(Duration.ofMinutes(10).minusMillis(1));
        assertThat(messages(1)).isZero();
        pass(Duration.ofMillis(1));
        assertThat(messages(1)).isEqualTo(1);
    }

    @Test
    void who_stays_within_the_minute_is_never_silenced() {
        for (int minute = 0; minute < 5; minute++) {
            assertThat(messages(20)).isEqualTo(20);
            pass(Duration.ofMinutes(1));
        }
    }

    /** Nothing but the beginning of the queue was looked at, where what lies ahead stayed for good. */
    @Test
    void what_was_counted_before_the_clock_was_set_back_is_forgotten() {
        assertThat(calls("demo", "send", 1)).isEqualTo(1);
        assertThat(messages(21)).isEqualTo(20);

        pass(Duration.ofDays(-7));

        for (int second = 0; second < 25; second++) {
            assertThat(calls("demo", "send", 1)).as("second %s", second).isEqualTo(1);
            pass(Duration.ofSeconds(1));
        }
        assertThat(messages(20)).isEqualTo(20);
    }

    private int calls(String app, String api, int times) {
        int allowed = 0;
        for (int i = 0; i < times; i++) {
            allowed += rates.allowsCall(app, api) ? 1 : 0;
        }
        return allowed;
    }

    private int messages(int times) {
        int allowed = 0;
        for (int i = 0; i < times; i++) {
            allowed += rates.allowsMessage("robot") ? 1 : 0;
        }
        return allowed;
    }

    private void pass(Duration time) {
        clock.set(clock.instant().plus(time));
    }
}
