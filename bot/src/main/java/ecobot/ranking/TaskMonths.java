package ecobot.ranking;

import ecobot.text.Folding;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the month that a text speaks of. */
final class TaskMonths {

    private static final int HALF_A_YEAR = 6;

    private final List<Pattern> patterns;

    TaskMonths(TaskWords words) {
        this.patterns = words.months().stream().map(Pattern::compile).toList();
    }

    /**
     * The month in a text.
     *
     * @param now decides the year when none is named: the month nearest to it is meant
     */
    Optional<Found> in(String text, YearMonth now) {
        return find(text, month -> nearest(month, now));
    }

    /** The month in a text; without a year it is the last one that had begun by {@code now}. */
    Optional<Found> past(String text, YearMonth now) {
        return find(text, month -> {
            var thisYear = YearMonth.of(now.getYear(), month);
            return thisYear.isAfter(now) ? thisYear.minusYears(1) : thisYear;
        });
    }

    private Optional<Found> find(String text, IntFunction<YearMonth> withoutYear) {
        var folded = Folding.fold(text);
        return patterns.stream()
                .map(pattern -> pattern.matcher(folded))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> new Found(
                        month(found, withoutYear),
                        (text.substring(0, found.start()) + text.substring(found.end())).strip()));
    }

    private static YearMonth month(Matcher found, IntFunction<YearMonth> withoutYear) {
        int month = Integer.parseInt(found.group("month"));
        return found.pattern().pattern().contains("(?<year>")
                ? YearMonth.of(Integer.parseInt(found.group("year")), month)
                : withoutYear.apply(month);
    }

    private static YearMonth nearest(int month, YearMonth now) {
        var thisYear = YearMonth.of(now.getYear(), month);
        int ahead = month - now.getMonthValue();
        if (ahead > HALF_A_YEAR) {
            return thisYear.minusYears(1);
        }
        return ahead < -HALF_A_YEAR ? thisYear.plusYears(1) : thisYear;
    }

    /**
     * A month that was found.
     *
     * @param rest the text without it
     */
    record Found(YearMonth month, String rest) {}

    /** Where a table's month comes from. */
    enum From {
        TITLE,
        FILE_NAME,
        NOW
    }
}
