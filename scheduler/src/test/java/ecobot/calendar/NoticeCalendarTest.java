package ecobot.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeCalendarTest {

    private final WorkCalendar calendar = ShippedNotices.calendar();

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2025-01-01", "2025-01-28, 2025-02-04", "2025-04-04, 2025-04-06", "2025-05-01, 2025-05-05",
        "2025-05-31, 2025-06-02", "2025-10-01, 2025-10-08", "2026-01-01, 2026-01-03", "2026-02-15, 2026-02-23",
        "2026-04-04, 2026-04-06", "2026-05-01, 2026-05-05", "2026-06-19, 2026-06-21", "2026-09-25, 2026-09-27",
        "2026-10-01, 2026-10-07"
    })
    void statutory_days_are_off(LocalDate first, LocalDate last) {
        assertThat(first.datesUntil(last.plusDays(1))).noneMatch(calendar::isWorkingDay);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-26",
                "2025-02-08",
                "2025-04-27",
                "2025-09-28",
                "2025-10-11",
                "2026-01-04",
                "2026-02-14",
                "2026-02-28",
                "2026-05-09",
                "2026-09-20",
                "2026-10-10"
            })
    void make_up_weekends_are_worked(LocalDate day) {
        assertThat(day.getDayOfWeek().getValue()).isGreaterThan(5);
        assertThat(calendar.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2025, 248", "2026, 248"})
    void a_year_has_as_many_working_days_as_its_notice_leaves(int year, int workingDays) {
        LocalDate last = LocalDate.of(year, 12, 31);

        assertThat(calendar.workingDaysBetween(LocalDate.of(year - 1, 12, 31), last))
                .isEqualTo(workingDays);
    }

    @ParameterizedTest
    @CsvSource({
        // the day of receipt does not count
        "2026-11-23, 5, 2026-11-30",
        // over the National Day, with the make-up Saturday
        "2026-09-30, 1, 2026-10-08",
        "2026-09-30, 3, 2026-10-10",
        "2026-09-30, 4, 2026-10-12",
        // from a day off
        "2026-02-20, 1, 2026-02-24",
        // over the new year
        "2025-12-31, 1, 2026-01-04"
    })
    void working_days_are_added_over_holidays_and_make_up_days(LocalDate start, int days, LocalDate expected) {
        assertThat(calendar.plusWorkingDays(start, days)).isEqualTo(expected);
        assertThat(calendar.workingDaysBetween(start, expected)).isEqualTo(days);
        assertThat(calendar.workingDaysBetween(expected, start)).isEqualTo(-days);
    }

    @Test
    void a_year_without_notice_is_unknown_and_goes_by_weekends() {
        LocalDate nationalDay = LocalDate.of(2027, 10, 1);

        assertThat(calendar.knows(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(calendar.knows(nationalDay)).isFalse();
        assertThat(calendar.isWorkingDay(nationalDay)).isTrue();
        assertThat(calendar.isWorkingDay(nationalDay.plusDays(1))).isFalse();
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 12, 30), 2)).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void fewer_than_one_day_cannot_be_added() {
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.plusWorkingDays(LocalDate.of(2026, 1, 1), 0));
    }

    @Test
    void arithmetic_agrees_with_counting_day_by_day() {
        Random random = new Random(20251111);
        for (int i = 0; i < 2_000; i++) {
            LocalDate from = LocalDate.of(2024, 6, 1).plusDays(random.nextInt(1_200));
            LocalDate to = from.plusDays(random.nextInt(400));
            long counted = from.plusDays(1)
                    .datesUntil(to.plusDays(1))
                    .filter(calendar::isWorkingDay)
                    .count();

            assertThat(calendar.workingDaysBetween(from, to)).isEqualTo((int) counted);
            if (counted > 0) {
                LocalDate last = calendar.plusWorkingDays(from, (int) counted);
                assertThat(calendar.isWorkingDay(last)).isTrue();
                assertThat(calendar.workingDaysBetween(from, last)).isEqualTo((int) counted);
            }
        }
    }

    @Test
    @Timeout(2)
    void far_ranges_cost_nothing() {
        LocalDate start = LocalDate.of(2026, 1, 1);
        for (int i = 0; i < 100_000; i++) {
            assertThat(calendar.plusWorkingDays(start, 100_000_000 + i)).isAfter(start);
        }
    }

    @Test
    void a_notice_loaded_later_is_seen_within_a_minute() {
        List<Integer> years = new ArrayList<>(List.of(2026));
        SettableClock machine = new SettableClock(Clock.systemUTC());
        NoticeCalendar reading = new NoticeCalendar(new YearsOnly(years), machine);
        LocalDate day = LocalDate.of(2027, 1, 1);

        assertThat(reading.knows(day)).isFalse();
        years.add(2027);
        Instant inAMinute = machine.instant().plus(Duration.ofSeconds(61));
        machine.set(inAMinute);

        assertThat(reading.knows(day)).isTrue();
    }

    private record YearsOnly(List<Integer> years) implements CalendarMapper {
        @Override
        public List<LocalDate> days(String kind) {
            return List.of();
        }
    }
}
