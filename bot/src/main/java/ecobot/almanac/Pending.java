package ecobot.almanac;

import ecobot.calendar.SpecialDay.Kind;
import ecobot.calendar.YearNotice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits for its confirmation: a whole notice, or one day.
 *
 * @param version of the calendar that it was shown against
 * @param notice null when it is one day
 * @param day null when it is a notice
 * @param kind null when the day is to go by its weekday
 * @param name null when there is none
 */
record Pending(
        long version,
        @Nullable YearNotice notice,
        @Nullable LocalDate day,
        @Nullable Kind kind,
        @Nullable String name) {}
