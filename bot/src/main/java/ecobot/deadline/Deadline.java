package ecobot.deadline;

import java.time.Instant;
import java.time.LocalDate;

/**
 * By when, and why: the rule with its figures, and the date that came of them. Kept as given, never only as a date, so that it can be worked
 * out again when the calendar changes and a count of days is shown in the unit that the rule speaks of.
 *
 * @param amount how many days after {@code startOn}, which itself does not count; 0 for the same day
 * @param unit what sort of days
 * @param startOn the day of receipt, or of acceptance where the rule starts there, Asia/Shanghai
 * @param rule key of the rule in {@code templates/deadline/deadlines.yml} that gave it
 * @param cap by how many days it may be extended at most; 0 when not at all
 * @param extra by how many days it was extended, counted from the day that came of the rule; 0 when it was not
 * @param extraUnit what sort of days {@code extra} counts
 * @param dueOn the last day, the extension included, Asia/Shanghai
 * @param dueAt the time on {@code dueOn} that was typed, else the end of the working day
 */
public record Deadline(
        int amount,
        DayUnit unit,
        LocalDate startOn,
        String rule,
        int cap,
        DayUnit capUnit,
        int extra,
        DayUnit extraUnit,
        LocalDate dueOn,
        Instant dueAt) {

    /** A deadline that was not extended. */
    public Deadline(
            int amount,
            DayUnit unit,
            LocalDate startOn,
            String rule,
            int cap,
            DayUnit capUnit,
            LocalDate dueOn,
            Instant dueAt) {
        this(amount, unit, startOn, rule, cap, capUnit, 0, DayUnit.CALENDAR, dueOn, dueAt);
    }

    /** The same date, which may be extended as far as the other: where a case came from decides that, not how its date was said. */
    public Deadline extendableLike(Deadline other) {
        return new Deadline(amount, unit, startOn, rule, other.cap, other.capUnit, extra, extraUnit, dueOn, dueAt);
    }

    /** What a count of days counts. */
    public enum DayUnit {
        /** 自然日. */
        CALENDAR,
        /** 工作日. */
        WORKING
    }
}
