package ecobot.plan;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@link Days} as cron expressions, and back. */
final class CronDays {

    private static final Pattern CRON = Pattern.compile("0 (\\d{1,2}) (\\d{1,2}(?:,\\d{1,2})*) (.+)");
    private static final String WEEKDAY = "(MON|TUE|WED|THU|FRI|SAT|SUN)";
    private static final Pattern DAILY = Pattern.compile("\\* \\* \\?|\\? \\* \\*");
    private static final Pattern WEEKLY = Pattern.compile("\\? \\* (" + WEEKDAY + "(?:," + WEEKDAY + ")*)");
    private static final Pattern MONTHLY = Pattern.compile("([\\d,]+|L) \\* \\?");
    private static final Pattern QUARTERLY = Pattern.compile("([\\d,]+|L) (1,4,7,10|2,5,8,11|3,6,9,12) \\?");
    private static final Pattern YEARLY = Pattern.compile("(\\d{1,2}) (\\d{1,2}) \\?");
    private static final Pattern NTH = Pattern.compile("\\? \\* " + WEEKDAY + "#([1-4])");
    private static final Pattern LAST = Pattern.compile("\\? \\* " + WEEKDAY + "L");
    private static final String LAST_DAY = "L";

    private CronDays() {}

    /** Days and times of day of a cron. */
    record Said(Days days, List<LocalTime> times) {}

    /** @param times all at the same minute */
    static String cron(Days days, List<LocalTime> times) {
        var hours = times.stream().map(LocalTime::getHour).map(String::valueOf).collect(Collectors.joining(","));
        return "0 %d %s %s".formatted(times.get(0).getMinute(), hours, fields(days));
    }

    static Optional<Said> read(String cron) {
        var parts = CRON.matcher(cron.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int minute = Integer.parseInt(parts.group(1));
        var hours = numbers(parts.group(2));
        return minute > 59 || hours.stream().anyMatch(hour -> hour > 23)
                ? Optional.empty()
                : days(parts.group(3))
                        .map(days -> new Said(
                                days,
                                hours.stream()
                                        .map(hour -> LocalTime.of(hour, minute))
                                        .toList()));
    }

    private static String fields(Days days) {
        if (days instanceof Days.Daily) {
            return "* * ?";
        } else if (days instanceof Days.Weekly weekly) {
            return "? * " + weekly.days().stream().map(CronDays::name).collect(Collectors.joining(","));
        } else if (days instanceof Days.Monthly monthly) {
            return list(monthly.days()) + " * ?";
        } else if (days instanceof Days.Quarterly quarterly) {
            return list(quarterly.days()) + " " + monthsOfQuarters(quarterly.month()) + " ?";
        } else if (days instanceof Days.Yearly yearly) {
            return yearly.day() + " " + yearly.month() + " ?";
        }
        var nth = (Days.NthWeekday) days;
        return "? * " + name(nth.day()) + (nth.nth() == 0 ? LAST_DAY : "#" + nth.nth());
    }

    private static Optional<Days> days(String fields) {
        return match(DAILY, fields, any -> new Days.Daily())
                .or(() -> match(WEEKLY, fields, found -> new Days.Weekly(weekdays(found.group(1)))))
                .or(() -> match(MONTHLY, fields, found -> new Days.Monthly(numbers(found.group(1)))))
                .or(() -> match(
                        QUARTERLY,
                        fields,
                        found -> new Days.Quarterly(numbers(found.group(2)).get(0), numbers(found.group(1)))))
                .or(() -> match(YEARLY, fields, found -> new Days.Yearly(number(found, 2), number(found, 1))))
                .or(() -> match(NTH, fields, found -> new Days.NthWeekday(number(found, 2), weekday(found.group(1)))))
                .or(() -> match(LAST, fields, found -> new Days.NthWeekday(0, weekday(found.group(1)))));
    }

    private static Optional<Days> match(Pattern pattern, String fields, Function<MatchResult, Days> days) {
        var matcher = pattern.matcher(fields);
        return matcher.matches() ? Optional.of(days.apply(matcher.toMatchResult())) : Optional.empty();
    }

    private static TreeSet<DayOfWeek> weekdays(String list) {
        return Arrays.stream(list.split(",")).map(CronDays::weekday).collect(Collectors.toCollection(TreeSet::new));
    }

    private static DayOfWeek weekday(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> name(day).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String name(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    /** Empty for the last day. */
    private static List<Integer> numbers(String list) {
        return list.equals(LAST_DAY)
                ? List.of()
                : Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
    }

    private static String list(List<Integer> days) {
        return days.isEmpty() ? LAST_DAY : days.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String monthsOfQuarters(int month) {
        return IntStream.iterate(month, m -> m <= 12, m -> m + 3)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
