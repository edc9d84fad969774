package ecobot.dingtalk;

import ecobot.calendar.WorkCalendar;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Where a month's use is heading: what was used so far, spread over the working days so far, goes on through the working days that are left. Days off
 * count for nothing, since nearly nothing is sent on them.
 */
final class Forecast {

    private final WorkCalendar calendar;

    Forecast(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** What will be used at the end of the month of {@code today}. Today counts as a day that is over. */
    long atMonthEnd(long used, LocalDate today) {
        long left = workingDays(today.plusDays(1), YearMonth.from(today).atEndOfMonth());
        return used + used * left / daysSoFar(today);
    }

    /** The first day on which {@code limit} will be reached; the first of the next month when none is. */
    LocalDate reaches(long limit, long used, LocalDate today) {
        LocalDate end = YearMonth.from(today).atEndOfMonth();
        long each = daysSoFar(today);
        long expected = used * each;
        LocalDate day = today;
        while (expected < limit * each) {
            day = day.plusDays(1);
            if (day.isAfter(end)) {
                return day;
            }
            expected += calendar.isWorkingDay(day) ? used : 0;
        }
        return day;
    }

    private long daysSoFar(LocalDate today) {
        return Math.max(1, workingDays(today.withDayOfMonth(1), today));
    }

    private long workingDays(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(calendar::isWorkingDay).count();
    }
}
