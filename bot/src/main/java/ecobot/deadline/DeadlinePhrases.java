package ecobot.deadline;

import ecobot.deadline.Means.Numbers;
import ecobot.text.DayPart;
import ecobot.text.DayParts;
import ecobot.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words for a deadline in a text. People also write when they saw a problem ("今天巡查发现…"), so words without a mark such as 内 or 前 count only when they
 * stand alone or beside a word such as 期限 or 整改; of several the last one counts, a marked one before an unmarked one. What {@link Sightings} knows counts never.
 */
final class DeadlinePhrases {

    private static final List<String> NUMBERS =
            List.of("n", "y", "m", "d", "w", "by", "hour", "minute", "half", "moment");

    private static final int HALF_AN_HOUR = 30;

    private final DeadlineWords words;
    private final ChineseNumber number;
    private final DayParts parts;
    private final Sightings sightings;
    private final List<Compiled> phrases;
    private final Pattern leader;
    private final Pattern follower;

    DeadlinePhrases(DeadlineWords words, ChineseNumber number, DayParts parts) {
        this.words = words;
        this.number = number;
        this.parts = parts;
        this.sightings = new Sightings(words.seen());
        this.phrases = words.phrases().stream().map(this::compile).toList();
        this.leader = Pattern.compile("(?:" + alternatives(words.leaders()) + ")+[:\\s]*$");
        this.follower = Pattern.compile("^\\s*(?:" + alternatives(words.followers()) + ")+");
    }

    /**
     * The words for a deadline in a text.
     *
     * @param folded the text, folded
     */
    Optional<DeadlineMention> find(String folded) {
        var all = withoutOverlaps(all(folded)).stream()
                .filter(found -> !isUnderHeading(folded, found))
                .toList();
        return last(all.stream().filter(found -> found.marked() || hasLeader(folded, found)))
                .or(() -> last(all.stream().filter(found -> standsAlone(folded, found))))
                .map(found -> withNeighbours(folded, found));
    }

    /** The deadline that the whole of a text names, as in a cell of a table. */
    Optional<DeadlineMention> whole(String folded) {
        return find(folded)
                .filter(found -> (folded.substring(0, found.start()) + folded.substring(found.end())).isBlank())
                .or(() -> withoutOverlaps(all(folded.strip())).stream()
                        .filter(found -> found.start() == 0
                                && found.end() == folded.strip().length())
                        .findFirst());
    }

    /** All words for a day or a time, in order. */
    List<DeadlineMention> mentions(String folded) {
        return withoutOverlaps(all(folded));
    }

    /** The words for a deadline that a text begins with. */
    Optional<DeadlineMention> atStart(String folded) {
        return mentions(folded).stream().filter(found -> found.start() == 0).findFirst();
    }

    /** The longest words for a day or a time, whatever stands beside them. */
    Optional<DeadlineMention> anywhere(String folded) {
        return all(folded).stream().max(Comparator.comparingInt(found -> found.end() - found.start()));
    }

    private List<DeadlineMention> all(String folded) {
        return phrases.stream()
                .flatMap(phrase -> phrase.in(folded))
                .filter(found -> !sightings.areBefore(folded, found.start()))
                .toList();
    }

    /** A deadline with a mark or a leader may share a line with the heading. */
    private boolean isUnderHeading(String folded, DeadlineMention found) {
        return sightings.areNamedBefore(folded, found.start())
                || !found.marked() && !hasLeader(folded, found) && sightings.areTheClauseOf(folded, found.start());
    }

    private static List<DeadlineMention> withoutOverlaps(List<DeadlineMention> all) {
        var kept = new ArrayList<DeadlineMention>();
        all.stream()
                .sorted(Comparator.comparingInt(DeadlineMention::start)
                        .thenComparing(
                                Comparator.comparingInt(DeadlineMention::end).reversed()))
                .filter(found -> kept.isEmpty() || kept.get(kept.size() - 1).end() <= found.start())
                .forEach(kept::add);
        return kept;
    }

    private static Optional<DeadlineMention> last(Stream<DeadlineMention> found) {
        return found.reduce((earlier, later) -> later);
    }

    private DeadlineMention withNeighbours(String folded, DeadlineMention found) {
        var before = leader.matcher(folded.substring(0, found.start()));
        var after = follower.matcher(folded.substring(found.end()));
        int from = before.find() ? before.start() : found.start();
        int to = after.find() ? found.end() + after.end() : found.end();
        return found.within(from, to);
    }

    private boolean hasLeader(String folded, DeadlineMention found) {
        return leader.matcher(folded.substring(0, found.start())).find();
    }

    private boolean standsAlone(String folded, DeadlineMention found) {
        var after = folded.substring(found.end());
        boolean endsClearly = after.isEmpty()
                || Text.isBreak(after.charAt(0))
                || follower.matcher(after).find();
        boolean startsClearly = found.start() == 0 || Text.isBreak(folded.charAt(found.start() - 1));
        boolean isTheBeginning = folded.substring(0, found.start()).isBlank() && !after.isBlank();
        return endsClearly && startsClearly && !isTheBeginning;
    }

    private Compiled compile(DeadlineWords.PhraseRow row) {
        var digit = "[" + number.characters() + "]";
        var numeral = "(?:(?<!\\d)\\d{1,3}|" + digit + "{1,4})";
        var clock = "(?:\\s*" + parts.into(words.clock()).replace("{h}", "(?<hour>\\d{1,2}|" + digit + "{1,3})") + ")?";
        var by = clock + "(?:\\s*(?<moment>" + moments() + ")(?=" + words.before() + "))?(?<by>" + words.before() + ")";
        var pattern = row.pattern()
                .replace("{n}", "(?<n>" + numeral + ")")
                .replace("{y}", "(?<y>20\\d\\d)")
                .replace("{m}", "(?<m>\\d{1,2}|" + digit + "{1,3})")
                .replace("{d}", "(?<d>\\d{1,2}|" + digit + "{1,3})")
                .replace(
                        "{w}",
                        "(?<w>[" + words.weekdays()
                                + String.join("", words.sameWeekdays().keySet()) + "])")
                .replace("{in}", "(?:" + words.within() + ")")
                .replace("{by}?", by + "?")
                .replace("{by}", by);
        return new Compiled(
                row,
                Pattern.compile(pattern),
                NUMBERS.stream()
                        .filter(group -> pattern.contains("(?<" + group + ">"))
                        .toList());
    }

    private String moments() {
        return alternatives(Stream.concat(words.moments().keySet().stream(), words.dayEnds().stream())
                .toList());
    }

    private int weekday(String word) {
        return words.weekdays().indexOf(words.sameWeekdays().getOrDefault(word, word)) + 1;
    }

    private static String alternatives(List<String> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /** One way to say it, ready to be looked for. */
    private final class Compiled {
        private final DeadlineWords.PhraseRow row;
        private final Pattern pattern;
        private final List<String> groups;

        Compiled(DeadlineWords.PhraseRow row, Pattern pattern, List<String> groups) {
            this.row = row;
            this.pattern = pattern;
            this.groups = groups;
        }

        Stream<DeadlineMention> in(String text) {
            var matcher = pattern.matcher(text);
            var found = new ArrayList<DeadlineMention>();
            for (int from = 0; matcher.find(from); ) {
                boolean isRead = isCountRead(matcher);
                if (isRead) {
                    found.add(mention(matcher));
                }
                from = isRead ? matcher.end() : matcher.start() + 1;
            }
            return found.stream();
        }

        /** Not where characters before the number look like a part of it (统一五天内). */
        private boolean isCountRead(Matcher matcher) {
            return group(matcher, "n") == null || count(matcher) > 0;
        }

        private DeadlineMention mention(Matcher matcher) {
            return new DeadlineMention(
                    matcher.start(),
                    matcher.end(),
                    matcher.start(),
                    matcher.end(),
                    row.means(),
                    numbers(matcher),
                    time(matcher),
                    isMarked(matcher));
        }

        private Numbers numbers(Matcher matcher) {
            var weekday = group(matcher, "w");
            return new Numbers(
                    count(matcher),
                    value(matcher, "y"),
                    value(matcher, "m"),
                    weekday == null ? value(matcher, "d") : weekday(weekday),
                    row.amount());
        }

        private @Nullable TypedTime time(Matcher matcher) {
            if (group(matcher, "hour") == null) {
                var moment = words.moments().get(String.valueOf(group(matcher, "moment")));
                return moment == null ? null : new TypedTime(moment.getHour(), moment.getMinute(), DayPart.PLAIN);
            }
            int minute = group(matcher, "half") == null ? value(matcher, "minute") : HALF_AN_HOUR;
            return new TypedTime(value(matcher, "hour"), minute, parts.in(matcher.group()));
        }

        private boolean isMarked(Matcher matcher) {
            return row.means() == Means.AT_ONCE || group(matcher, "by") != null;
        }

        /** 0 when none is named, below when it is no number. */
        private int count(Matcher matcher) {
            var text = group(matcher, "n");
            return text == null ? 0 : number.atMost(text);
        }

        private int value(Matcher matcher, String name) {
            var text = group(matcher, name);
            return text == null ? 0 : number.parse(text);
        }

        private @Nullable String group(Matcher matcher, String name) {
            return groups.contains(name) ? matcher.group(name) : null;
        }
    }
}
