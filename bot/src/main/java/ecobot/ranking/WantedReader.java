package ecobot.ranking;

import ecobot.calendar.Zone;
import ecobot.issue.Issue;
import ecobot.ranking.Wanted.Group;
import ecobot.text.Folding;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds period, kind and group among the words after a command. What is over is meant: a month or day without a year is the last one that has
 * begun. Words are apart, or a period's stands at the front of another (上周水).
 */
final class WantedReader {

    private final RankWords words;
    private final Map<Issue.Kind, List<String>> kinds;
    private final TaskMonths months;
    private final List<Rules.Group> groups;
    private final Instant now;
    private final LocalDate today;

    private @Nullable Period period;
    private @Nullable Year year;
    private Issue.@Nullable Kind kind;
    private @Nullable Group group;
    private final List<String> known = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();

    private WantedReader(RankWords words, TaskWords tasks, Rules rules, Instant now) {
        this.words = words;
        this.kinds = tasks.kinds();
        this.months = new TaskMonths(tasks);
        this.groups = rules.groups();
        this.now = now;
        this.today = LocalDate.ofInstant(now, Zone.SHANGHAI);
    }

    static Wanted read(String arguments, RankWords words, TaskWords tasks, Rules rules, Instant now) {
        var reader = new WantedReader(words, tasks, rules, now);
        Arrays.stream(arguments.strip().split("\\s+"))
                .filter(token -> !token.isEmpty())
                .forEach(reader::token);
        return new Wanted(
                reader.period(),
                reader.kind,
                reader.group,
                String.join(" ", reader.known),
                String.join(" ", reader.rest));
    }

    private void token(String token) {
        var folded = withDigits(Folding.fold(token));
        if (isNamed(folded)) {
            known.add(folded);
            return;
        }
        var cut = named(folded);
        if (cut == null) {
            cut = dated(folded);
        }
        if (cut == null) {
            rest.add(token);
        } else {
            known.add(cut.read());
            if (!cut.left().isEmpty()) {
                token(cut.left());
            }
        }
    }

    /**
     * A token of which a part was understood.
     *
     * @param read that part, in a form that is understood again
     */
    private record Cut(String read, String left) {}

    private @Nullable Cut named(String folded) {
        for (var named : periods()) {
            for (var word : named.words()) {
                if (folded.equals(word) || (isHan(word) && folded.startsWith(word))) {
                    take(named);
                    return new Cut(word, folded.substring(word.length()));
                }
            }
        }
        return null;
    }

    private @Nullable Cut dated(String folded) {
        var day = Pattern.compile(words.day()).matcher(folded);
        if (day.find()) {
            return ofDay(day, folded);
        }
        var month = months.past(folded, YearMonth.from(today));
        if (month.isPresent()) {
            period = Period.of(month.get().month());
            return new Cut(month.get().month().toString(), month.get().rest());
        }
        var typedYear = Pattern.compile(words.year()).matcher(folded);
        if (typedYear.find()) {
            year = Year.parse(typedYear.group("year"));
            return new Cut(year.toString(), without(typedYear, folded));
        }
        return null;
    }

    private @Nullable Cut ofDay(Matcher found, String folded) {
        try {
            var day = MonthDay.of(Integer.parseInt(found.group("month")), Integer.parseInt(found.group("day")));
            var typedYear = found.group("year");
            var date = day.atYear(typedYear == null ? today.getYear() : Integer.parseInt(typedYear));
            var meant = typedYear == null && date.isAfter(today) ? date.minusYears(1) : date;
            period = Period.weekOf(meant);
            return new Cut(meant.toString(), without(found, folded));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static String without(Matcher found, String text) {
        return text.substring(0, found.start()) + text.substring(found.end());
    }

    private boolean isNamed(String folded) {
        for (var entry : kinds.entrySet()) {
            if (entry.getValue().contains(folded)) {
                kind = entry.getKey();
                return true;
            }
        }
        for (var ruled : groups) {
            if (Folding.fold(ruled.name()).equals(folded)) {
                group = new Group(ruled.name(), Set.copyOf(ruled.kinds()));
                return true;
            }
        }
        for (var entry : words.groups().entrySet()) {
            if (entry.getValue().contains(folded)) {
                group = new Group(entry.getValue().get(0), Set.of(entry.getKey()));
                return true;
            }
        }
        return false;
    }

    /** Words for a period, and how many periods ago it is. */
    private record Named(List<String> words, Period.Kind kind, int ago) {}

    private List<Named> periods() {
        return List.of(
                new Named(words.thisWeek(), Period.Kind.WEEK, 0),
                new Named(words.lastWeek(), Period.Kind.WEEK, 1),
                new Named(words.thisMonth(), Period.Kind.MONTH, 0),
                new Named(words.lastMonth(), Period.Kind.MONTH, 1),
                new Named(words.thisYear(), Period.Kind.YEAR, 0),
                new Named(words.lastYear(), Period.Kind.YEAR, 1));
    }

    private void take(Named named) {
        if (named.kind() == Period.Kind.YEAR) {
            year = Year.from(today).minusYears(named.ago());
        } else {
            var running = Period.holding(named.kind(), now);
            period = named.ago() == 0 ? running : running.previous();
        }
    }

    /** A year beside a month (去年 3月) says which month is meant. */
    private @Nullable Period period() {
        if (year == null) {
            return period;
        }
        return period == null || period.kind() != Period.Kind.MONTH
                ? Period.of(year)
                : Period.of(year.atMonth(period.from().getMonth()));
    }

    /** Months in digits; the longer names first, since 二月 is a part of 十二月. */
    private String withDigits(String folded) {
        IntFunction<String> inDigits =
                month -> month + words.monthNames().get(0).substring(1);
        var text = folded;
        for (int month = words.monthNames().size(); month >= 1; month--) {
            text = text.replace(words.monthNames().get(month - 1), inDigits.apply(month));
        }
        return text;
    }

    private static boolean isHan(String word) {
        return Character.isIdeographic(word.codePointAt(0));
    }
}
