package ecobot.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.chat.PackagedTemplates;
import ecobot.issue.DueIssues.Band;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Around the National Day of 2026: 1 to 7 October off, Sunday 20 September and Saturday 10 October at work. */
class TodayTest {

    private static final Ladder LADDER =
            PackagedTemplates.at(Clock.system(Zone.SHANGHAI)).words("reminder/ladder", Ladder.class);
    private static final WorkCalendar AUTUMN = new Autumn();

    @ParameterizedTest
    @CsvSource({
        "2026-09-29, 2026-09-29, 0",
        "2026-09-29, 2026-10-09, -3",
        "2026-09-30, 2026-10-08, -1",
        "2026-09-30, 2026-10-03, 0", // due on a day off: this is the last morning before
        "2026-10-08, 2026-10-03, 1",
        "2026-10-08, 2026-09-30, 1",
        "2026-10-10, 2026-10-09, 1", // a Saturday at work
        "2026-10-12, 2026-10-09, 2",
        "2026-10-11, 2026-10-10, 1", // by hand on a Sunday: late is late
        "2026-10-19, 2026-10-09, 7"
    })
    void days_overdue_are_working_days(LocalDate day, LocalDate dueOn, int overdue) {
        assertThat(new Today(day, AUTUMN).overdue(dueOn)).isEqualTo(overdue);
    }

    @Test
    void every_due_date_lies_in_the_one_band_of_its_step_or_in_none_when_nobody_is_told() {
        for (var day : days(LocalDate.of(2026, 9, 14), 40)) {
            var today = new Today(day, AUTUMN);
            var bands = today.bands(LADDER);
            for (var dueOn : days(day.minusDays(40), 80)) {
                var noon = dueOn.atTime(12, 0).atZone(Zone.SHANGHAI).toInstant();
                int overdue = today.overdue(dueOn);
                assertThat(bands.stream().filter(band -> holds(band, noon)).map(Band::key))
                        .as("%s on %s", dueOn, day)
                        .isEqualTo(stepOf(overdue));
            }
        }
    }

    private static List<Integer> stepOf(int overdue) {
        if (overdue >= 5) {
            return List.of(5);
        } else if (overdue >= 3) {
            return List.of(3);
        } else if (overdue >= 1) {
            return List.of(1);
        }
        return Set.of(0, -1, -3).contains(overdue) ? List.of(overdue) : List.of();
    }

    private static boolean holds(Band band, Instant at) {
        return !at.isBefore(band.from()) && at.isBefore(band.until());
    }

    private static List<LocalDate> days(LocalDate from, int count) {
        return from.datesUntil(from.plusDays(count)).collect(Collectors.toList());
    }

    /** Counts day by day. */
    private static final class Autumn implements WorkCalendar {

        @Override
        public boolean isWorkingDay(LocalDate day) {
            if (day.equals(LocalDate.of(2026, 9, 20)) || day.equals(LocalDate.of(2026, 10, 10))) {
                return true;
            }
            boolean holiday = day.isAfter(LocalDate.of(2026, 9, 30)) && day.isBefore(LocalDate.of(2026, 10, 8))
                    || day.equals(LocalDate.of(2026, 9, 25));
            return !holiday && day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }

        @Override
        public boolean knows(LocalDate day) {
            return true;
        }

        @Override
        public LocalDate plusWorkingDays(LocalDate start, int days) {
            var day = start;
            for (int left = days; left > 0; left -= isWorkingDay(day) ? 1 : 0) {
                day = day.plusDays(1);
            }
            return day;
        }

        @Override
        public int workingDaysBetween(LocalDate from, LocalDate to) {
            return from.isAfter(to)
                    ? -workingDaysBetween(to, from)
                    : (int) from.plusDays(1)
                            .datesUntil(to.plusDays(1))
                            .filter(this::isWorkingDay)
                            .count();
        }
    }
}
