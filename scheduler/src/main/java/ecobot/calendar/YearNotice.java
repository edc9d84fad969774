package ecobot.calendar;

import ecobot.calendar.FlawedNotice.Flaw;
import ecobot.calendar.SpecialDay.Kind;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The State Council's notice for one year: every day that differs from what its weekday says, and the weekends between days off. It may reach back
 * into the last days of December before it.
 *
 * @param title of the notice
 * @param days in order, each once
 */
public record YearNotice(int year, String title, List<SpecialDay> days) {

    /** Statutory since 1949; a list without them was cut off or misread. */
    private static final List<MonthDay> ALWAYS_OFF =
            List.of(MonthDay.of(Month.JANUARY, 1), MonthDay.of(Month.MAY, 1), MonthDay.of(Month.OCTOBER, 1));

    private static final int FIRST_DAY_OF_DECEMBER_BEFORE = 24;
    private static final int MOST_DAYS_OFF = 60;
    private static final int MOST_DAYS_AT_WORK = 20;

    /**
     * Puts the days in order.
     *
     * @throws FlawedNotice when it cannot be a year's notice
     */
    public YearNotice {
        days = List.copyOf(inOrder(year, days));
        checkWhole(year, days);
    }

    /** Whether {@code day} can be in the notice for {@code year}. */
    static boolean reaches(int year, LocalDate day) {
        return day.getYear() == year
                || (day.getYear() == year - 1
                        && day.getMonth() == Month.DECEMBER
                        && day.getDayOfMonth() >= FIRST_DAY_OF_DECEMBER_BEFORE);
    }

    private static Collection<SpecialDay> inOrder(int year, List<SpecialDay> days) {
        Map<LocalDate, SpecialDay> ordered = new TreeMap<>();
        for (SpecialDay day : days) {
            if (!reaches(year, day.day())) {
                throw new FlawedNotice(Flaw.OTHER_YEAR, day.day());
            }
            day.check();
            SpecialDay before = ordered.putIfAbsent(day.day(), day);
            if (before != null && before.kind() != day.kind()) {
                throw new FlawedNotice(Flaw.OFF_AND_WORK, day.day());
            }
        }
        return ordered.values();
    }

    private static void checkWhole(int year, List<SpecialDay> days) {
        List<LocalDate> off = days.stream()
                .filter(day -> day.kind() == Kind.OFF)
                .map(SpecialDay::day)
                .toList();
        ALWAYS_OFF.stream()
                .map(day -> day.atYear(year))
                .filter(day -> !off.contains(day))
                .findFirst()
                .ifPresent(day -> {
                    throw new FlawedNotice(Flaw.STATUTORY_DAY_MISSING, day);
                });
        if (off.size() > MOST_DAYS_OFF || days.size() - off.size() > MOST_DAYS_AT_WORK) {
            throw new FlawedNotice(Flaw.TOO_MANY, days.get(days.size() - 1).day());
        }
    }
}
