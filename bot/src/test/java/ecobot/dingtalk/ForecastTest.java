package ecobot.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private final Forecast forecast = new Forecast(WorkCalendar.of(List.of()));

    @Test
    void use_goes_on_through_the_working_days_that_are_left() {
        // July 2026 has 23 working days; the 10th is the 8th of them.
        assertThat(forecast.atMonthEnd(800, LocalDate.of(2026, 7, 10))).isEqualTo(2300);
        assertThat(forecast.atMonthEnd(800, LocalDate.of(2026, 7, 12)))
                .as("a Sunday")
                .isEqualTo(2300);
        assertThat(forecast.atMonthEnd(2300, LocalDate.of(2026, 7, 31))).isEqualTo(2300);
        assertThat(forecast.atMonthEnd(0, LocalDate.of(2026, 7, 1))).isZero();
    }

    @Test
    void day_on_which_a_limit_is_reached_is_told() {
        assertThat(forecast.reaches(1000, 800, LocalDate.of(2026, 7, 10))).isEqualTo(LocalDate.of(2026, 7, 14));
        assertThat(forecast.reaches(800, 800, LocalDate.of(2026, 7, 10))).isEqualTo(LocalDate.of(2026, 7, 10));
        assertThat(forecast.reaches(2400, 800, LocalDate.of(2026, 7, 10)))
                .as("not this month")
                .isEqualTo(LocalDate.of(2026, 8, 1));
        assertThat(forecast.reaches(100, 0, LocalDate.of(2026, 7, 10))).isEqualTo(LocalDate.of(2026, 8, 1));
    }
}
