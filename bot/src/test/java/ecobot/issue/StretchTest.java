package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StretchTest {

    @Test
    void weeks_and_months_begin_one_and_nothing_else_does() {
        LocalDate.of(2024, 1, 1).datesUntil(LocalDate.of(2029, 1, 1)).forEach(day -> {
            boolean begins = day.getDayOfWeek() == DayOfWeek.MONDAY || day.getDayOfMonth() == 1;
            assertThat(Stretch.of(day).from().equals(day)).as(day.toString()).isEqualTo(begins);
            if (!begins) {
                assertThat(Stretch.of(day)).isEqualTo(Stretch.of(day.minusDays(1)));
                assertThat(Stretch.of(day).next())
                        .isEqualTo(Stretch.of(day.minusDays(1)).next());
            }
        });
    }

    @Test
    void each_is_followed_by_the_next() {
        assertThat(Stream.iterate(Stretch.of(LocalDate.of(2026, 11, 25)), Stretch::next)
                        .limit(5)
                        .map(stretch -> stretch.from().toString()))
                .containsExactly("2026-11-23", "2026-11-30", "2026-12-01", "2026-12-07", "2026-12-14");
    }

    @Test
    void days_are_those_of_shanghai() {
        var midnight = LocalDate.of(2026, 12, 7).atStartOfDay(Zone.SHANGHAI).toInstant();

        assertThat(Stretch.at(midnight)).isEqualTo(Stretch.from(midnight));
        assertThat(Stretch.at(midnight.minusMillis(1)).from()).isEqualTo("2026-12-01");
        assertThat(Stretch.from(midnight.minusMillis(1))).isEqualTo(Stretch.at(midnight));
        assertThat(Stretch.from(midnight.plusMillis(1)).from()).isEqualTo("2026-12-14");
    }
}
