package ecobot.plan;

import ecobot.chat.UserMistake;
import ecobot.scheduler.Schedule.HolidayPolicy;
import ecobot.scheduler.Schedule.MissedPolicy;
import ecobot.text.DayPart;
import ecobot.text.DayParts;
import ecobot.text.Folding;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands a rule in plain words. The parts may come in any order: what about days off, what about a missed run, the time, the days. Each is
 * found and taken out; whatever remains was not understood, and is said so rather than passed over.
 */
final class RuleReader {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final int HALF_AN_HOUR = 30;

    private final RuleWords words;
    private final RuleWords.Heard heard;
    private final DayParts parts;
    private final String time;

    RuleReader(RuleWords words, DayParts parts) {
        this.words = words;
        this.heard = words.heard();
        this.parts = parts;
        this.time = parts.into(heard.time());
    }

    /**
     * A rule that was understood.
     *
     * @param timeSaid whether a time was said; otherwise the usual one is meant
     */
    record Read(Spoken spoken, boolean timeSaid) {}

    /** @throws UserMistake when it is no rule, or one that cannot be kept */
    Read read(String text) {
        return read(text, null);
    }

    /**
     * @param before the rule that it is to replace, whose time of day stays when none is said; null for a new one
     * @throws UserMistake when it is no rule, or one that cannot be kept
     */
    Read read(String text, @Nullable Spoken before) {
        var rest = new Rest(Folding.fold(text).strip());
        refuseWhatCannotBe(rest);
        var holiday = rest.oneOf(heard.holiday());
        var missed = rest.oneOf(heard.missed());
        boolean workingDays = rest.take(heard.workingDays()).isPresent();
        // A time without a colon looks like the days of a month, not the other way round: days go first.
        Optional<Days> days = workingDays ? Optional.of(new Days.Daily()) : days(rest);
        var times = times(rest);
        if (days.isEmpty() || !rest.isUnderstood()) {
            throw UserMistake.of("plan/rule-unclear", Map.of("rest", rest.shown()));
        }
        var policy = workingDays ? HolidayPolicy.SKIP : holiday.orElseGet(() -> Spoken.usualPolicy(days.get()));
        var usualTimes = before == null ? List.of(words.usualTime()) : before.times();
        var spoken = new Spoken(
                days.get(),
                times.isEmpty() ? usualTimes : times,
                policy,
                missed.orElse(before == null ? MissedPolicy.LATE : before.missed()));
        return new Read(spoken, !times.isEmpty() || before != null);
    }

    private void refuseWhatCannotBe(Rest rest) {
        for (var refused : words.refused()) {
            if (rest.take(refused.pattern()).isPresent()) {
                throw UserMistake.of("plan/rule-impossible", Map.of("why", refused.why()));
            }
        }
    }

    private Optional<Days> days(Rest rest) {
        return rest.take(heard.nthWeekday())
                .map(this::nthWeekday)
                .or(() -> rest.take(heard.quarterly()).map(this::quarterly))
                .or(() -> rest.take(heard.quarterEnd()).map(found -> new Days.Quarterly(3, List.of())))
                .or(() -> rest.take(heard.yearly()).map(this::yearly))
                .or(() -> rest.take(heard.monthly()).map(found -> new Days.Monthly(daysOfMonth(found))))
                .or(() -> rest.take(heard.weekly()).map(found -> new Days.Weekly(weekdays(found.group("list")))))
                .or(() -> rest.take(heard.daily()).map(found -> new Days.Daily()));
    }

    private Days nthWeekday(Found found) {
        int nth = found.has("last") ? 0 : number(found.group("nth"));
        return new Days.NthWeekday(nth, weekday(found.group("day")));
    }

    private Days quarterly(Found found) {
        var said = found.group("month");
        int month = 1;
        for (int i = 0; i < heard.quarterMonths().size(); i++) {
            if (Pattern.matches(heard.quarterMonths().get(i), said)) {
                month = i + 1;
            }
        }
        return new Days.Quarterly(month, daysOfMonth(found));
    }

    private Days yearly(Found found) {
        int month = number(found.group("month"));
        int day = number(found.group("day"));
        if (month < 1 || month > 12 || day < 1 || day > Month.of(month).maxLength()) {
            throw UserMistake.of("plan/no-such-day", Map.of("typed", found.text()));
        }
        return new Days.Yearly(month, day);
    }

    /** Empty for the last day. */
    private List<Integer> daysOfMonth(Found found) {
        if (found.has("last")) {
            return List.of();
        }
        var days = new ArrayList<Integer>();
        var numbers = Pattern.compile("\\d{1,2}|[" + heard.digits() + "]{1,3}").matcher(found.group("list"));
        while (numbers.find()) {
            days.add(number(numbers.group()));
        }
        if (days.stream().anyMatch(day -> day < 1 || day > 31)) {
            throw UserMistake.of("plan/no-such-day", Map.of("typed", found.text()));
        }
        if (days.size() > words.mostDays()) {
            throw UserMistake.of("plan/too-many-days", Map.of("most", words.mostDays()));
        }
        return days;
    }

    /** A list in which two weekdays with a range mark between them stand for all between them. */
    private TreeSet<DayOfWeek> weekdays(String list) {
        var days = new TreeSet<DayOfWeek>();
        DayOfWeek last = null;
        boolean range = false;
        for (var piece : list.split("")) {
            if (piece.matches(heard.range())) {
                range = true;
            } else if (heard.weekdays().containsKey(piece)) {
                var day = weekday(piece);
                for (var between = last; range && between != null && between != day; between = between.plus(1)) {
                    days.add(between);
                }
                days.add(day);
                last = day;
                range = false;
            }
        }
        return days;
    }

    private DayOfWeek weekday(String word) {
        return DayOfWeek.of(heard.weekdays().getOrDefault(word, 1));
    }

    /** @throws UserMistake when they are not at the same minute of their hours */
    private List<LocalTime> times(Rest rest) {
        var times = new ArrayList<LocalTime>();
        var part = DayPart.PLAIN;
        for (var found = rest.take(time); found.isPresent(); found = rest.take(time)) {
            part = found.get().has("part") ? parts.in(found.get().group("part")) : part;
            times.add(time(found.get(), part));
        }
        if (times.stream().map(LocalTime::getMinute).distinct().count() > 1) {
            throw UserMistake.of("plan/rule-impossible", Map.of("why", words.sameMinute()));
        }
        return times;
    }

    private LocalTime time(Found found, DayPart part) {
        return part.time(number(found.group("hour")), minute(found))
                .orElseThrow(() -> UserMistake.of("plan/no-such-time", Map.of("typed", found.text())));
    }

    private int minute(Found found) {
        if (found.has("half")) {
            return HALF_AN_HOUR;
        }
        var said = found.has("minute") ? found.group("minute") : found.group("minutes");
        return said.isEmpty() ? 0 : number(said);
    }

    /** Arabic, or Chinese up to thirty-one. */
    private int number(String text) {
        if (NUMBER.matcher(text).matches()) {
            return Integer.parseInt(text);
        }
        char ten = heard.digits().charAt(heard.digits().length() - 1);
        int at = text.indexOf(ten);
        if (at < 0) {
            return text.length() == 1 ? digit(text.charAt(0)) : 0;
        }
        int tens = at == 0 ? 1 : digit(text.charAt(at - 1));
        int ones = at == text.length() - 1 ? 0 : digit(text.charAt(at + 1));
        return tens * 10 + ones;
    }

    private int digit(char digit) {
        return heard.digits().indexOf(digit) + 1;
    }

    /** A part that was found. Groups that its pattern does not have, or that matched nothing, are not there. */
    private record Found(MatchResult match, Map<String, String> groups) {

        boolean has(String group) {
            return groups.containsKey(group);
        }

        String group(String name) {
            return groups.getOrDefault(name, "");
        }

        String text() {
            return match.group().strip();
        }
    }

    /** The text without what was understood so far. */
    private final class Rest {

        private static final List<String> GROUPS =
                List.of("list", "last", "nth", "day", "month", "hour", "minute", "minutes", "half", "part");

        private String text;

        Rest(String text) {
            this.text = text;
        }

        Optional<Found> take(String pattern) {
            var matcher = Pattern.compile(pattern).matcher(text);
            if (!matcher.find()) {
                return Optional.empty();
            }
            var groups = new HashMap<String, String>();
            GROUPS.stream()
                    .filter(group -> pattern.contains("(?<" + group + ">"))
                    .forEach(group -> {
                        var value = matcher.group(group);
                        if (value != null) {
                            groups.put(group, value);
                        }
                    });
            var found = new Found(matcher.toMatchResult(), groups);
            text = text.substring(0, matcher.start()) + " " + text.substring(matcher.end());
            return Optional.of(found);
        }

        <T extends Enum<T>> Optional<T> oneOf(Map<T, String> patterns) {
            return patterns.keySet().stream()
                    .sorted()
                    .filter(key -> take(patterns.getOrDefault(key, "")).isPresent())
                    .findFirst();
        }

        boolean isUnderstood() {
            return text.replaceAll(heard.filler(), "").isEmpty();
        }

        String shown() {
            return text.replaceAll("\\s+", " ").strip();
        }
    }
}
