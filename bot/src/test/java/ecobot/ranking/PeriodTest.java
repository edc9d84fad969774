package ecobot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final Instant MONDAY_NINE = Instant.parse("2026-11-23T01:00:00Z");

    @Test
    void monday_post_is_about_the_week_that_just_ended_in_shanghai() {
        var week = Period.weekEndedBefore(MONDAY_NINE);

        assertThat(week.from()).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(week.lastDay()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(week.startsAt()).isEqualTo("2026-11-15T16:00:00Z");
        assertThat(week.endsAt()).isEqualTo("2026-11-22T16:00:00Z");
    }

    @Test
    void week_turns_at_midnight_of_shanghai() {
        assertThat(Period.weekOf(Instant.parse("2026-11-22T15:59:59.999Z")).from())
                .isEqualTo("2026-11-16");
        assertThat(Period.weekOf(Instant.parse("2026-11-22T16:00:00Z")).from()).isEqualTo("2026-11-23");
    }

    @Test
    void period_that_is_over_is_cut_off_at_its_end() {
        var week = Period.weekOf(MONDAY_NINE);

        assertThat(week.cutOff(MONDAY_NINE)).isEqualTo(MONDAY_NINE);
        assertThat(week.previous().cutOff(MONDAY_NINE)).isEqualTo(week.startsAt());
    }

    @Test
    void month_and_year_are_those_of_the_calendar_of_shanghai() {
        var newYear = Instant.parse("2026-12-31T16:00:00Z");

        assertThat(Period.monthEndedBefore(newYear).from()).isEqualTo("2026-12-01");
        assertThat(Period.monthEndedBefore(newYear.minusMillis(1)).from()).isEqualTo("2026-11-01");
        assertThat(Period.holding(Period.Kind.YEAR, newYear).from()).isEqualTo("2027-01-01");
        assertThat(Period.holding(Period.Kind.MONTH, newYear).previous().lastDay())
                .isEqualTo("2026-12-31");
        assertThat(Period.holding(Period.Kind.MONTH, newYear).isOver(newYear)).isFalse();
        assertThat(Period.monthEndedBefore(newYear).isOver(newYear)).isTrue();
    }
}
