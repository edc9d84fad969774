package ecobot.testing;

import ecobot.calendar.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The State Council's notice for 2026, counted day by day; no other year is known. */
public final class Year2026 implements WorkCalendar {

    private static final Set<LocalDate> OFF = new HashSet<>();
    private static final Set<LocalDate> WORK = new HashSet<>();

    static {
        off("01-01", "01-03");
        off("02-15", "02-23");
        off("04-04", "04-06");
        off("05-01", "05-05");
        off("06-19", "06-21");
        off("09-25", "09-27");
        off("10-01", "10-07");
        List.of("01-04", "02-14", "02-28", "05-09", "09-20", "10-10").forEach(day -> WORK.add(day(day)));
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return WORK.contains(day) || (!OFF.contains(day) && isWeekday(day));
    }

    @Override
    public boolean knows(LocalDate day) {
        return day.getYear() == 2026;
    }

    @Override
    public LocalDate plusWorkingDays(LocalDate start, int days) {
        var day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkingDay(day) ? 1 : 0;
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

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static void off(String from, String to) {
        day(from).datesUntil(day(to).plusDays(1)).forEach(OFF::add);
    }

    private static LocalDate day(String monthDay) {
        return MonthDay.parse("--" + monthDay).atYear(2026);
    }
}
