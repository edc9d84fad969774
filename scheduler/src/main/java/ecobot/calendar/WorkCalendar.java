package ecobot.calendar;

import java.time.LocalDate;

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
}
