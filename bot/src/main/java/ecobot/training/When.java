package ecobot.training;

import ecobot.calendar.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * When a session is: a month at least, in time a day, and an hour. Asia/Shanghai.
 *
 * @param day null while only the month is planned
 * @param time null while unknown; never without a day
 */
record When(
        YearMonth month, @Nullable LocalDate day, @Nullable LocalTime time) implements Comparable<When> {

    private static final Comparator<When> ORDER =
            Comparator.comparing(When::lastDay).thenComparing(When::time, Comparator.nullsFirst(LocalTime::compareTo));

    When {
        if (day != null && !YearMonth.from(day).equals(month)) {
            throw new IllegalArgumentException(day + " is not in " + month);
        }
        time = day == null ? null : time;
    }

    static When on(LocalDate day, @Nullable LocalTime time) {
        return new When(YearMonth.from(day), day, time);
    }

    static When in(YearMonth month) {
        return new When(month, null, null);
    }

    When at(@Nullable LocalTime hour) {
        return new When(month, day, hour);
    }

    /** The day, or the last one that it may be. */
    LocalDate lastDay() {
        return day == null ? month.atEndOfMonth() : day;
    }

    /** Whether it had begun, or its month was over. */
    boolean isOver(Instant now) {
        var begins =
                time == null ? lastDay().plusDays(1).atStartOfDay() : lastDay().atTime(time);
        return !begins.atZone(Zone.SHANGHAI).toInstant().isAfter(now);
    }

    @Override
    public int compareTo(When other) {
        return ORDER.compare(this, other);
    }
}
