package ecobot.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Working days counted the way a person does, one day after the other. Shares nothing with the calculator that it judges. */
final class ReferenceCalendar {

    private final Set<LocalDate> off;
    private final Set<LocalDate> work;

    ReferenceCalendar(Set<LocalDate> off, Set<LocalDate> work) {
        this.off = off;
        this.work = work;
    }

    boolean works(LocalDate day) {
        if (work.contains(day)) {
            return true;
        }
        if (off.contains(day)) {
            return false;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    LocalDate nthWorkingDayAfter(LocalDate start, int n) {
        LocalDate day = start;
        int counted = 0;
        while (counted < n) {
            day = day.plusDays(1);
            if (works(day)) {
                counted++;
            }
        }
        return day;
    }

    int workingDaysAfter(LocalDate from, LocalDate to) {
        int counted = 0;
        for (LocalDate day = from; day.isBefore(to); ) {
            day = day.plusDays(1);
            if (works(day)) {
                counted++;
            }
        }
        return counted;
    }
}
