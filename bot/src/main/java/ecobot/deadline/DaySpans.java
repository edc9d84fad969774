package ecobot.deadline;

import ecobot.deadline.DeadlineWords.SpanRow;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds a number of days in a text. A date is none, although its digits may look like one (12月5日), nor are days that have been (连续5天下雨). */
final class DaySpans {

    private static final String NUMBER = "{n}";

    private final ChineseNumber number;
    private final Sightings sightings;
    private final List<Row> rows;

    DaySpans(DeadlineWords words, ChineseNumber number) {
        this.number = number;
        this.sightings = new Sightings(words.seen());
        this.rows = words.spans().stream().map(this::compile).toList();
    }

    /** The first one; where two begin together the longer wins, so that a working day is not read as a day. */
    Optional<DaySpan> find(String folded) {
        return rows.stream()
                .flatMap(row -> row.in(folded))
                .filter(span -> !sightings.areBefore(folded, span.start()))
                .min((a, b) -> a.start() == b.start() ? b.end() - a.end() : a.start() - b.start());
    }

    private Row compile(SpanRow row) {
        var characters = "\\d" + number.characters();
        var numeral = "(?<![" + characters + "])(?<n>\\d{1,3}|[" + number.characters() + "]{1,4})";
        return new Row(row, Pattern.compile(row.pattern().replace(NUMBER, numeral)));
    }

    private final class Row {
        private final SpanRow row;
        private final Pattern pattern;

        Row(SpanRow row, Pattern pattern) {
            this.row = row;
            this.pattern = pattern;
        }

        Stream<DaySpan> in(String folded) {
            return pattern.matcher(folded)
                    .results()
                    .map(found -> new DaySpan(
                            times(found.groupCount() == 0 ? "1" : found.group(1)) * row.days(),
                            row.unit(),
                            found.start(),
                            found.end()))
                    .filter(span -> span.amount() > 0);
        }

        /** Below zero when the characters make no number, such as 五三. */
        private int times(String words) {
            return number.atMost(words);
        }
    }
}
