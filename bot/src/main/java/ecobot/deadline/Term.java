package ecobot.deadline;

import ecobot.calendar.WorkCalendar;
import ecobot.deadline.Deadline.DayUnit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A deadline as far as the words go: how many days of which sort, and the last one.
 *
 * @param rule key of the rule that it falls under
 */
record Term(String rule, int amount, DayUnit unit, LocalDate dueOn) {

    static Term atOnce(LocalDate today) {
        return new Term(DeadlineWords.AT_ONCE, 0, DayUnit.CALENDAR, today);
    }

    static Term days(LocalDate today, int amount) {
        return new Term(DeadlineWords.TYPED_DAYS, amount, DayUnit.CALENDAR, today.plusDays(amount));
    }

    static Term workingDays(LocalDate today, int amount, WorkCalendar calendar) {
        var dueOn = amount == 0 ? today : calendar.plusWorkingDays(today, amount);
        return new Term(DeadlineWords.TYPED_DAYS, amount, DayUnit.WORKING, dueOn);
    }

    /** A date that was named; its amount is what lies between, possibly below zero. */
    static Term until(LocalDate today, LocalDate dueOn) {
        int amount = Math.toIntExact(ChronoUnit.DAYS.between(today, dueOn));
        return new Term(DeadlineWords.TYPED_DATE, amount, DayUnit.CALENDAR, dueOn);
    }
}
