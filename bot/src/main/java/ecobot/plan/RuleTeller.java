package ecobot.plan;

import ecobot.calendar.Zone;
import ecobot.scheduler.Schedule.HolidayPolicy;
import ecobot.scheduler.Timing;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Puts a rule into words that {@link RuleReader} understands as the same rule. */
final class RuleTeller {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final RuleWords.Said words;

    RuleTeller(RuleWords words) {
        this.words = words.said();
    }

    /** In words; a cron that has none is shown as it is. */
    String tell(Timing timing) {
        return Spoken.of(timing).map(this::tell).orElseGet(timing::cron);
    }

    String tell(Spoken spoken) {
        boolean workingDays = spoken.days() instanceof Days.Daily && spoken.holiday() == HolidayPolicy.SKIP;
        return (workingDays ? words.lineWithoutHoliday() : words.line())
                .replace("{days}", workingDays ? words.workingDays() : days(spoken.days()))
                .replace(
                        "{time}",
                        spoken.times().stream().map(RuleTeller::time).collect(Collectors.joining(words.separator())))
                .replace("{holiday}", Objects.requireNonNull(words.holiday().get(spoken.holiday())))
                .replace("{missed}", Objects.requireNonNull(words.missed().get(spoken.missed())));
    }

    /** A date with its weekday, and its year when it is not that of {@code today}. */
    String date(LocalDate day, LocalDate today) {
        var pattern = day.getYear() == today.getYear() ? words.date() : words.dateOfAnotherYear();
        return DateTimeFormatter.ofPattern(pattern, Locale.CHINA)
                .withZone(Zone.SHANGHAI)
                .format(day);
    }

    static String time(LocalTime time) {
        return TIME.format(time);
    }

    private String days(Days days) {
        if (days instanceof Days.Daily) {
            return words.daily();
        } else if (days instanceof Days.Weekly weekly) {
            return words.weekly().replace("{list}", weekdays(weekly.days()));
        } else if (days instanceof Days.Monthly monthly) {
            return monthly.days().isEmpty()
                    ? words.monthlyLast()
                    : words.monthly().replace("{list}", numbers(monthly.days()));
        } else if (days instanceof Days.Quarterly quarterly) {
            return (quarterly.days().isEmpty() ? words.quarterlyLast() : words.quarterly())
                    .replace("{month}", words.quarterMonths().get(quarterly.month() - 1))
                    .replace("{list}", numbers(quarterly.days()));
        } else if (days instanceof Days.Yearly yearly) {
            return words.yearly()
                    .replace("{month}", Integer.toString(yearly.month()))
                    .replace("{day}", Integer.toString(yearly.day()));
        }
        var nth = (Days.NthWeekday) days;
        return (nth.nth() == 0
                        ? words.lastWeekday()
                        : words.nthWeekday().replace("{nth}", words.ordinals().get(nth.nth() - 1)))
                .replace("{day}", weekday(nth.day()));
    }

    private String weekdays(Collection<DayOfWeek> days) {
        return days.stream().map(this::weekday).collect(Collectors.joining(words.separator()));
    }

    private String weekday(DayOfWeek day) {
        return words.weekdays().get(day.getValue() - 1);
    }

    private String numbers(List<Integer> days) {
        return days.stream()
                .map(day -> words.dayOfMonth().replace("{n}", Integer.toString(day)))
                .collect(Collectors.joining(words.separator()));
    }
}
