package ecobot.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the notices say, ready for arithmetic. Only the days that differ from their weekday are kept, so that any range, however far, costs a
 * division and two binary searches.
 */
final class Notices implements WorkCalendar {

    private static final int DAYS_OF_WEEK = 7;
    private static final int WORKING_DAYS_OF_WEEK = 5;
    /** 5 January 1970, a Monday, as day of the epoch. */
    private static final long A_MONDAY = 4;

    private final Set<Integer> years;
    private final SortedDays weekdaysOff;
    private final SortedDays weekendsAtWork;

    /**
     * @param years the years whose notice is loaded
     * @param off statutory days off, weekends among them or not
     * @param work make-up working days
     */
    Notices(Collection<Integer> years, Collection<LocalDate> off, Collection<LocalDate> work) {
        this.years = Set.copyOf(years);
        weekdaysOff = days(off, day -> !isWeekend(day));
        weekendsAtWork = days(work, Notices::isWeekend);
    }

    @Override
    public boolean knows(LocalDate day) {
        return years.contains(day.getYear());
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return isWeekend(day) ? weekendsAtWork.contains(day.toEpochDay()) : !weekdaysOff.contains(day.toEpochDay());
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return Math.toIntExact(workingDaysUpTo(to.toEpochDay()) - workingDaysUpTo(from.toEpochDay()));
    }

    @Override
    public LocalDate plusWorkingDays(LocalDate start, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("working days to add: 1 or more, not " + days);
        }
        long wanted = workingDaysUpTo(start.toEpochDay()) + days;
        long tooEarly = start.toEpochDay();
        long lateEnough = tooEarly + 2L * (days + weekdaysOff.size()) + DAYS_OF_WEEK;
        while (lateEnough - tooEarly > 1) {
            long middle = (tooEarly + lateEnough) / 2;
            if (workingDaysUpTo(middle) < wanted) {
                tooEarly = middle;
            } else {
                lateEnough = middle;
            }
        }
        return LocalDate.ofEpochDay(lateEnough);
    }

    /** Working days from a fixed Monday up to and including {@code day}; negative for days before it. */
    private long workingDaysUpTo(long day) {
        long days = day - A_MONDAY + 1;
        long weekdays = Math.floorDiv(days, DAYS_OF_WEEK) * WORKING_DAYS_OF_WEEK
                + Math.min(Math.floorMod(days, DAYS_OF_WEEK), WORKING_DAYS_OF_WEEK);
        return weekdays - weekdaysOff.upTo(day) + weekendsAtWork.upTo(day);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private static SortedDays days(Collection<LocalDate> days, Predicate<LocalDate> which) {
        return new SortedDays(days.stream()
                .filter(which)
                .mapToLong(LocalDate::toEpochDay)
                .sorted()
                .distinct()
                .toArray());
    }
}
