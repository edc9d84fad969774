package ecobot.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.scheduler.PlannedDates;
import ecobot.scheduler.PlannedRun;
import ecobot.scheduler.Schedule.HolidayPolicy;
import ecobot.testing.ShippedCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The dates that people are shown, against a walk over the calendar day by day that knows nothing of crons. */
class NaiveWalkTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    /** So far a run may move. */
    private static final int MARGIN = 15;

    private static final int RULES = 600;
    private static final int SHOWN = 12;

    private final WorkCalendar calendar = ShippedCalendar.calendar();

    @Test
    void shown_dates_are_those_of_the_walk() {
        var random = new Random(20261010);
        for (int i = 0; i < RULES; i++) {
            var any = RandomRules.next(random);
            var spoken = new Spoken(any.days(), any.times().subList(0, 1), any.holiday(), any.missed());
            var start = FIRST.plusDays(MARGIN + random.nextInt(600));
            var walked = walk(spoken);

            var shown = PlannedDates.of(
                    spoken.timing(),
                    calendar,
                    start.atStartOfDay(Zone.SHANGHAI).toInstant().minusMillis(1),
                    SHOWN);

            var upTo = LAST.minusDays(MARGIN);
            assertThat(shown.stream().map(NaiveWalkTest::day).filter(day -> day.isBefore(upTo)))
                    .as("%s from %s", spoken, start)
                    .containsExactlyElementsOf(walked.tailMap(start).keySet().stream()
                            .filter(day -> day.isBefore(upTo))
                            .limit(SHOWN)
                            .toList());
            shown.stream().filter(run -> day(run).isBefore(upTo)).forEach(run -> why(spoken, walked, start, run));
        }
    }

    private void why(Spoken spoken, SortedMap<LocalDate, TreeSet<LocalDate>> walked, LocalDate start, PlannedRun run) {
        var day = day(run);
        var origins = walked.getOrDefault(day, new TreeSet<>());
        assertThat(run.at().atZone(Zone.SHANGHAI).toLocalTime())
                .isEqualTo(spoken.times().get(0));
        assertThat(run.onItsDay()).as("%s on %s", spoken, day).isEqualTo(origins.contains(day));
        assertThat(run.movedFrom())
                .as("%s on %s", spoken, day)
                .containsExactlyElementsOf(
                        origins.stream().filter(from -> !from.equals(day)).toList());
        if (spoken.holiday() == HolidayPolicy.SKIP) {
            var before = walked.subMap(start, day);
            var since = before.isEmpty() ? start : before.lastKey();
            assertThat(run.leftOut())
                    .as("%s on %s", spoken, day)
                    .containsExactlyElementsOf(since.datesUntil(day)
                            .filter(left -> names(spoken.days(), left) && !calendar.isWorkingDay(left))
                            .limit(31)
                            .toList());
        }
    }

    /** Day by day: where the run of each named day goes. */
    private SortedMap<LocalDate, TreeSet<LocalDate>> walk(Spoken spoken) {
        var runs = new TreeMap<LocalDate, TreeSet<LocalDate>>();
        FIRST.datesUntil(LAST.plusDays(1))
                .filter(day -> names(spoken.days(), day))
                .forEach(day -> {
                    var goes = day;
                    while (!calendar.isWorkingDay(goes) && spoken.holiday() != HolidayPolicy.ANYWAY) {
                        if (spoken.holiday() == HolidayPolicy.SKIP) {
                            return;
                        }
                        goes = goes.plusDays(spoken.holiday() == HolidayPolicy.BEFORE ? -1 : 1);
                    }
                    runs.computeIfAbsent(goes, any -> new TreeSet<>()).add(day);
                });
        return runs;
    }

    private static boolean names(Days days, LocalDate day) {
        if (days instanceof Days.Daily) {
            return true;
        } else if (days instanceof Days.Weekly weekly) {
            return weekly.days().contains(day.getDayOfWeek());
        } else if (days instanceof Days.Monthly monthly) {
            return namesDayOfMonth(monthly.days(), day);
        } else if (days instanceof Days.Quarterly quarterly) {
            return (day.getMonthValue() - quarterly.month()) % 3 == 0 && namesDayOfMonth(quarterly.days(), day);
        } else if (days instanceof Days.Yearly yearly) {
            return day.getMonthValue() == yearly.month() && day.getDayOfMonth() == yearly.day();
        }
        var nth = (Days.NthWeekday) days;
        return day.equals(
                nth.nth() == 0
                        ? day.with(TemporalAdjusters.lastInMonth(nth.day()))
                        : day.with(TemporalAdjusters.dayOfWeekInMonth(nth.nth(), nth.day())));
    }

    private static boolean namesDayOfMonth(List<Integer> days, LocalDate day) {
        return days.isEmpty()
                ? day.getDayOfMonth() == YearMonth.from(day).lengthOfMonth()
                : days.contains(day.getDayOfMonth());
    }

    private static LocalDate day(PlannedRun run) {
        return run.at().atZone(Zone.SHANGHAI).toLocalDate();
    }
}
