package ecobot.ranking;

import ecobot.calendar.Zone;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * What a table is about. Days are those of Asia/Shanghai.
 *
 * @param from the first day
 * @param until the day after the last one
 */
record Period(Kind kind, LocalDate from, LocalDate until) {

    /** How long a period is. */
    enum Kind {
        /** Monday to Sunday. */
        WEEK
    }

    Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a period of no days: " + from + " until " + until);
        }
    }

    /** The week in which {@code at} falls. */
    static Period weekOf(Instant at) {
        var monday = LocalDate.ofInstant(at, Zone.SHANGHAI).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period(Kind.WEEK, monday, monday.plusWeeks(1));
    }

    /** The last week that had ended at {@code at}. */
    static Period weekEndedBefore(Instant at) {
        return weekOf(at).previous();
    }

    Period previous() {
        return new Period(kind, from.minusWeeks(1), from);
    }

    Instant startsAt() {
        return from.atStartOfDay(Zone.SHANGHAI).toInstant();
    }

    Instant endsAt() {
        return until.atStartOfDay(Zone.SHANGHAI).toInstant();
    }

    LocalDate lastDay() {
        return until.minusDays(1);
    }

    /** Up to when figures count if they are looked at now: a period that is over does not change any more. */
    Instant cutOff(Instant now) {
        return now.isBefore(endsAt()) ? now : endsAt();
    }
}
