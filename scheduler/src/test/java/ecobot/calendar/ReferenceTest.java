package ecobot.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calculator against a naive one. */
class ReferenceTest {

    private static final int CASES = 1_000_000;
    private static final LocalDate FIRST = LocalDate.of(2024, 7, 1);
    private static final int DAYS = 1_100;
    private static final int MOST_WORKING_DAYS = 12;

    private final Set<LocalDate> off = Set.copyOf(ShippedNotices.mapper().days("OFF"));
    private final Set<LocalDate> work = Set.copyOf(ShippedNotices.mapper().days("WORK"));
    private final ReferenceCalendar reference = new ReferenceCalendar(off, work);
    private final WorkCalendar calendar = ShippedNotices.calendar();

    @Test
    void a_million_random_cases_agree() {
        long seed = new SplittableRandom().nextLong();
        System.out.println("calendar reference: seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);

        for (int i = 0; i < CASES; i++) {
            LocalDate start = FIRST.plusDays(random.nextInt(DAYS));
            int days = 1 + random.nextInt(MOST_WORKING_DAYS);
            LocalDate expected = reference.nthWorkingDayAfter(start, days);
            if (!calendar.plusWorkingDays(start, days).equals(expected)
                    || calendar.workingDaysBetween(start, expected) != days
                    || calendar.isWorkingDay(start) != reference.works(start)) {
                assertThat(calendar.plusWorkingDays(start, days))
                        .as("seed %d, case %d: %s and %d working days", seed, i, start, days)
                        .isEqualTo(expected);
                assertThat(calendar.workingDaysBetween(start, expected)).isEqualTo(days);
                assertThat(calendar.isWorkingDay(start)).isEqualTo(reference.works(start));
            }
        }
    }

    @Test
    void a_calculator_that_forgets_one_make_up_day_would_be_found() {
        Set<LocalDate> forgetful = new HashSet<>(work);
        forgetful.remove(LocalDate.of(2026, 10, 10));
        WorkCalendar wrong = new Notices(List.of(2025, 2026), off, forgetful);

        assertThat(FIRST.datesUntil(FIRST.plusDays(DAYS))
                        .anyMatch(start ->
                                !wrong.plusWorkingDays(start, 3).equals(reference.nthWorkingDayAfter(start, 3))))
                .isTrue();
    }

    /** Every day around which the weekday alone would be wrong, and its neighbours. */
    @ParameterizedTest
    @ValueSource(ints = {2025, 2026})
    void every_edge_of_a_holiday_and_every_make_up_day_is_right(int year) {
        Set<LocalDate> edges = new HashSet<>();
        for (LocalDate day : off) {
            edges.addAll(Set.of(day.minusDays(1), day, day.plusDays(1)));
        }
        for (LocalDate day : work) {
            edges.addAll(Set.of(day.minusDays(1), day, day.plusDays(1)));
        }
        List<LocalDate> ofYear =
                edges.stream().filter(day -> day.getYear() == year).sorted().toList();

        assertThat(ofYear).hasSizeGreaterThan(40);
        for (LocalDate day : ofYear) {
            assertThat(calendar.isWorkingDay(day)).as("%s", day).isEqualTo(reference.works(day));
            for (int days = 1; days <= 12; days++) {
                assertThat(calendar.plusWorkingDays(day, days))
                        .as("%s and %d", day, days)
                        .isEqualTo(reference.nthWorkingDayAfter(day, days));
            }
            for (LocalDate other : ofYear) {
                assertThat(calendar.workingDaysBetween(day, other))
                        .isEqualTo(
                                day.isBefore(other)
                                        ? reference.workingDaysAfter(day, other)
                                        : -reference.workingDaysAfter(other, day));
            }
        }
    }

    /** By hand: the next working day after the last one before each holiday, and before and after each make-up day. */
    @ParameterizedTest
    @CsvSource({
        "2025-01-24, 2025-01-26", "2025-01-26, 2025-01-27", "2025-01-27, 2025-02-05", "2025-02-07, 2025-02-08",
        "2025-02-08, 2025-02-10", "2025-04-03, 2025-04-07", "2025-04-25, 2025-04-27", "2025-04-27, 2025-04-28",
        "2025-04-30, 2025-05-06", "2025-05-30, 2025-06-03", "2025-09-26, 2025-09-28", "2025-09-28, 2025-09-29",
        "2025-09-30, 2025-10-09", "2025-10-10, 2025-10-11", "2025-10-11, 2025-10-13", "2025-12-31, 2026-01-04",
        "2026-01-04, 2026-01-05", "2026-02-13, 2026-02-14", "2026-02-14, 2026-02-24", "2026-02-27, 2026-02-28",
        "2026-02-28, 2026-03-02", "2026-04-03, 2026-04-07", "2026-04-30, 2026-05-06", "2026-05-08, 2026-05-09",
        "2026-05-09, 2026-05-11", "2026-06-18, 2026-06-22", "2026-09-18, 2026-09-20", "2026-09-20, 2026-09-21",
        "2026-09-24, 2026-09-28", "2026-09-30, 2026-10-08", "2026-10-09, 2026-10-10", "2026-10-10, 2026-10-12"
    })
    void next_working_day_is_the_golden_one(LocalDate day, LocalDate next) {
        assertThat(calendar.plusWorkingDays(day, 1)).isEqualTo(next);
        assertThat(reference.nthWorkingDayAfter(day, 1)).isEqualTo(next);
    }
}
