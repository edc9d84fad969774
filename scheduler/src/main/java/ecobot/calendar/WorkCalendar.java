package ecobot.calendar;

import ecobot.calendar.SpecialDay.Kind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Tells working days from days off. Days are dates in {@link Zone#SHANGHAI}. A year whose notice is not loaded is
 * <em>unknown</em>: the arithmetic then goes by weekends alone, and {@link #knows} says so, for the caller to pass on.
 */
public interface WorkCalendar {

    /** Whether people work on {@code day}: a weekday that is no statutory day off, or a make-up working day. */
    boolean isWorkingDay(LocalDate day);

    /** Whether the notice for the year of {@code day} is loaded. */
    boolean knows(LocalDate day);

    /**
     * The {@code days}-th working day after {@code start}; {@code start} itself never counts.
     *
     * @param days 1 or more
     * @throws IllegalArgumentException when {@code days} is less than 1
     */
    LocalDate plusWorkingDays(LocalDate start, int days);

    /**
     * How many working days lie after {@code from} up to and including {@code to}; negative when {@code to} is the
     * earlier, 0 when they are the same.
     */
    int workingDaysBetween(LocalDate from, LocalDate to);

    /** A calendar of these notices and nothing else. */
    static WorkCalendar of(Collection<YearNotice> notices) {
        var days = notices.stream().flatMap(notice -> notice.days().stream()).toList();
        return new Notices(
                notices.stream().map(YearNotice::year).toList(),
                daysThatAre(Kind.OFF, days),
                daysThatAre(Kind.WORK, days));
    }

    private static List<LocalDate> daysThatAre(Kind kind, List<SpecialDay> days) {
        return days.stream()
                .filter(day -> day.kind() == kind)
                .map(SpecialDay::day)
                .toList();
    }
}
