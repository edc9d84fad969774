package ecobot.ranking;

import ecobot.calendar.Zone;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
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
        WEEK,
        /** A calendar month. */
        MONTH,
        /** A calendar year; the running one up to now. Never posted. */
        YEAR
    }

    Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a period of no days: " + from + " until " + until);
        }
    }

    /** The week in which {@code at} falls. */
    static Period weekOf(Instant at) {
        return weekOf(LocalDate.ofInstant(at, Zone.SHANGHAI));
    }

    static Period weekOf(LocalDate day) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period(Kind.WEEK, monday, monday.plusWeeks(1));
    }

    static Period of(YearMonth month) {
        return new Period(Kind.MONTH, month.atDay(1), month.plusMonths(1).atDay(1));
    }

    static Period of(Year year) {
        return new Period(Kind.YEAR, year.atDay(1), year.plusYears(1).atDay(1));
    }

    /** The period of a kind in which {@code at} falls. */
    static Period holding(Kind kind, Instant at) {
        var day = LocalDate.ofInstant(at, Zone.SHANGHAI);
        return switch (kind) {
            case WEEK -> weekOf(day);
            case MONTH -> of(YearMonth.from(day));
            case YEAR -> of(Year.from(day));
        };
    }

    /** The last week that had ended at {@code at}. */
    static Period weekEndedBefore(Instant at) {
        return weekOf(at).previous();
    }

    /** The last month that had ended at {@code at}. */
    static Period monthEndedBefore(Instant at) {
        return holding(Kind.MONTH, at).previous();
    }

    Period previous() {
        return switch (kind) {
            case WEEK -> new Period(kind, from.minusWeeks(1), from);
            case MONTH -> new Period(kind, from.minusMonths(1), from);
            case YEAR -> new Period(kind, from.minusYears(1), from);
        };
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

    boolean isOver(Instant now) {
        return !now.isBefore(endsAt());
    }

    /** Up to when figures count if they are looked at now: a period that is over does not change any more. */
    Instant cutOff(Instant now) {
        return now.isBefore(endsAt()) ? now : endsAt();
    }
}
