package ecobot.issue;

import ecobot.calendar.Zone;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The days that lie in one week, Monday to Sunday, and in one month, Asia/Shanghai. A week is one or two of them, a month five or six, and so
 * every table is a sum over whole ones.
 *
 * @param from the first day
 */
record Stretch(LocalDate from) {

    /** The one that holds a moment. */
    static Stretch at(Instant moment) {
        return of(LocalDate.ofInstant(moment, Zone.SHANGHAI));
    }

    static Stretch of(LocalDate day) {
        return new Stretch(day.minusDays(Math.min(day.getDayOfWeek().getValue(), day.getDayOfMonth()) - 1L));
    }

    /** The one that begins at a moment, else the next one. */
    static Stretch from(Instant moment) {
        var holding = at(moment);
        return holding.startsAt().equals(moment) ? holding : holding.next();
    }

    Stretch next() {
        var monday = from.plusDays(8L - from.getDayOfWeek().getValue());
        var first = from.plusMonths(1).withDayOfMonth(1);
        return new Stretch(monday.isBefore(first) ? monday : first);
    }

    Instant startsAt() {
        return from.atStartOfDay(Zone.SHANGHAI).toInstant();
    }
}
