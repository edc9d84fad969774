package ecobot.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The calendar of the tables {@code calendar_year} and {@code calendar_day}. It is kept in memory and read anew once a minute, so that a notice
 * loaded on one node reaches the others.
 */
@Component
class NoticeCalendar implements WorkCalendar {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final CalendarMapper calendar;
    private final Clock machineClock;
    private volatile @Nullable Reading last;

    NoticeCalendar(CalendarMapper calendar, @Qualifier("machineClock") Clock machineClock) {
        this.calendar = calendar;
        this.machineClock = machineClock;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return notices().isWorkingDay(day);
    }

    @Override
    public boolean knows(LocalDate day) {
        return notices().knows(day);
    }

    @Override
    public LocalDate plusWorkingDays(LocalDate start, int days) {
        return notices().plusWorkingDays(start, days);
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return notices().workingDaysBetween(from, to);
    }

    /** Reads the tables now. */
    Notices reload() {
        Notices notices = new Notices(calendar.years(), calendar.days("OFF"), calendar.days("WORK"));
        last = new Reading(notices, machineClock.instant());
        return notices;
    }

    /** Two threads may read at once after a minute; both are right, so nobody waits for a lock. */
    private Notices notices() {
        Reading reading = last;
        return reading != null && reading.isFreshAt(machineClock.instant()) ? reading.notices() : reload();
    }

    private record Reading(Notices notices, Instant at) {
        boolean isFreshAt(Instant now) {
            return now.isBefore(at.plus(FRESH));
        }
    }
}
