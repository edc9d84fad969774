package ecobot.training;

import ecobot.calendar.Zone;
import ecobot.deadline.Deadline;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Source;
import ecobot.text.DayPart;
import ecobot.text.DayParts;
import ecobot.text.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds when a session is in what people write: a date, a date with an hour, or a month. Words that count from today (下周三) are those of deadlines.
 */
final class WhenReader {

    private static final int HALF_AN_HOUR = 30;

    private final TrainingWords words;
    private final DayParts parts;
    private final Deadlines deadlines;
    private final List<Pattern> dates;
    private final Pattern weekday;
    private final Pattern clock;
    private final Pattern nextYear;

    WhenReader(TrainingWords words, DayParts parts, Deadlines deadlines) {
        this.words = words;
        this.parts = parts;
        this.deadlines = deadlines;
        this.dates = words.dates().stream().map(Pattern::compile).toList();
        this.weekday = Pattern.compile(words.weekday());
        this.clock = Pattern.compile(parts.into(words.clock()));
        this.nextYear = Pattern.compile(words.nextYear() + "$");
    }

    /**
     * The first time in a folded line.
     *
     * @param now decides the year where none is named: the next such day is meant
     */
    Optional<Found> in(String folded, Instant now) {
        var today = Deadlines.dayOf(now);
        return absolute(folded, today.getYear(), (month, day) -> next(month, day, today))
                .or(() -> relative(folded, now))
                .map(found -> found.isReal() ? withClock(folded, found) : found);
    }

    /** The time in a folded cell that belongs to a plan of {@code year}. */
    Optional<Found> in(String folded, Year year) {
        return absolute(folded, year.getValue(), (month, day) -> year.getValue())
                .map(found -> found.isReal() ? withClock(folded, found) : found);
    }

    /** The hour that the whole of a folded text is. */
    Optional<LocalTime> hour(String folded) {
        var found = clock.matcher(folded.strip());
        return found.matches() ? time(found) : Optional.empty();
    }

    /** Which year a date without one is in. */
    private interface YearOf {
        int of(int month, @Nullable Integer day);
    }

    private Optional<Found> absolute(String folded, int thisYear, YearOf yearOf) {
        for (var pattern : dates) {
            var matcher = pattern.matcher(folded);
            if (matcher.find()) {
                return Optional.of(found(matcher, folded, thisYear, yearOf));
            }
        }
        return Optional.empty();
    }

    private Found found(Matcher matcher, String folded, int thisYear, YearOf yearOf) {
        int month = Integer.parseInt(matcher.group("m"));
        var day = has(matcher, "d") ? Integer.valueOf(matcher.group("d")) : null;
        int start = matcher.start();
        var named = has(matcher, "y") ? Integer.valueOf(matcher.group("y")) : null;
        var later = nextYear.matcher(folded.substring(0, start));
        if (named == null && later.find()) {
            start = later.start();
            named = thisYear + 1;
        }
        int year = named == null ? yearOf.of(month, day) : named;
        try {
            var when = day == null ? When.in(YearMonth.of(year, month)) : When.on(LocalDate.of(year, month, day), null);
            return new Found(when, start, matcher.end());
        } catch (DateTimeException noSuchDay) {
            return new Found(null, start, matcher.end());
        }
    }

    /** Only where a word begins, for 周一 may stand in a topic. */
    private Optional<Found> relative(String folded, Instant now) {
        for (int start = 0; start < folded.length(); start++) {
            if (start > 0 && !Text.isBreak(folded.charAt(start - 1))) {
                continue;
            }
            int from = start;
            var found = deadlines
                    .atStart(folded.substring(from))
                    .filter(mention -> from + mention.end() == folded.length()
                            || Text.isBreak(folded.charAt(from + mention.end())));
            if (found.isPresent()) {
                var deadline = deadlines.typed(found.get(), Source.PATROL, now).deadline();
                return Optional.of(new Found(
                        deadline == null ? null : when(deadline, found.get().time() != null),
                        from,
                        from + found.get().end()));
            }
        }
        return Optional.empty();
    }

    private static When when(Deadline deadline, boolean withTime) {
        var local = deadline.dueAt().atZone(Zone.SHANGHAI);
        return When.on(deadline.dueOn(), withTime ? local.toLocalTime() : null);
    }

    private Found withClock(String folded, Found found) {
        var when = found.real();
        if (when.day() == null || when.time() != null) {
            return found;
        }
        int end = found.end();
        var named = weekday.matcher(folded).region(end, folded.length());
        if (named.lookingAt()) {
            end = named.end();
        }
        var hour = clock.matcher(folded).region(end, folded.length());
        if (!hour.lookingAt()) {
            return new Found(when, found.start(), end);
        }
        var time = time(hour);
        return new Found(time.map(when::at).orElse(null), found.start(), hour.end());
    }

    private Optional<LocalTime> time(Matcher found) {
        var said = found.group("h").replace(words.two(), words.hours().get(2));
        int named = words.hours().indexOf(said);
        int hour = named >= 0 ? named : Integer.parseInt(said);
        int minute = found.group("half") != null
                ? HALF_AN_HOUR
                : found.group("min") == null ? 0 : Integer.parseInt(found.group("min"));
        var part = found.group("part") == null ? DayPart.PLAIN : parts.in(found.group("part"));
        return part.time(hour, minute);
    }

    private static int next(int month, @Nullable Integer day, LocalDate today) {
        var last = day == null
                ? YearMonth.of(today.getYear(), month).atEndOfMonth()
                : YearMonth.of(today.getYear(), month)
                        .atDay(Math.min(
                                day, YearMonth.of(today.getYear(), month).lengthOfMonth()));
        return last.isBefore(today) ? today.getYear() + 1 : today.getYear();
    }

    private static boolean has(Matcher matcher, String group) {
        return matcher.pattern().pattern().contains("(?<" + group + ">") && matcher.group(group) != null;
    }

    /**
     * A time that was found.
     *
     * @param when null when there is no such day or hour
     */
    record Found(@Nullable When when, int start, int end) {

        boolean isReal() {
            return when != null;
        }

        When real() {
            if (when == null) {
                throw new IllegalStateException("no such day");
            }
            return when;
        }
    }
}
