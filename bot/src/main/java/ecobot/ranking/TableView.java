package ecobot.ranking;

import ecobot.calendar.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table in words. The picture and the list text are both made from it, so their figures cannot differ.
 *
 * @param title of the picture, which has the period beside it
 * @param heading of the list text, which says by itself what it is about
 * @param edition which version of the table it is; empty for the first
 * @param partial whether the period is not over; the heading then leaves it out
 * @param rules what stands under the table, a line each
 */
record TableView(
        String title,
        String heading,
        String period,
        String edition,
        boolean partial,
        String cutOff,
        TableWords.Columns columns,
        List<RowView> ranked,
        String smallHeading,
        List<RowView> small,
        List<String> rules) {

    /**
     * One line in words.
     *
     * @param rank "3"; a dash when not ranked
     * @param change "↑2"; empty when not ranked
     * @param last the rank before, "5"; empty when there was none
     * @param code the code's name; empty when not ranked
     * @param due "12", of the period
     * @param done "11", of those due
     * @param overdue "3", whenever they fell due
     */
    record RowView(
            String rank,
            String change,
            String last,
            Trend trend,
            String unit,
            @Nullable Code colour,
            String code,
            String score,
            String due,
            String done,
            String overdue) {

        /** "11/12". */
        String closed() {
            return done + "/" + due;
        }

        boolean hasOverdue() {
            return !"0".equals(overdue);
        }
    }

    /** Which way a rank went. */
    enum Trend {
        UP,
        DOWN,
        SAME,
        UNKNOWN
    }

    boolean hasSmall() {
        return !small.isEmpty();
    }

    /**
     * The words of {@code table}.
     *
     * @param version of the posted table; 0 for a table that is not posted, of a period that is not over
     */
    static TableView of(LeagueTable table, int version, TableWords words) {
        var period = period(table.period(), words);
        return new TableView(
                words.title(),
                heading(period, version, words),
                period,
                edition(version, words),
                version == 0,
                TableWords.fill(words.cutoff(), Map.of("at", moment(table.cutOffAt(), words))),
                words.columns(),
                table.ranked().stream().map(row -> row(row, words)).toList(),
                words.small(),
                table.unranked().stream().map(row -> row(row, words)).toList(),
                rules(table, words));
    }

    private static String heading(String period, int version, TableWords words) {
        return version == 0
                ? words.partialHeading()
                : TableWords.fill(words.heading(), Map.of("period", period, "edition", edition(version, words)))
                        .strip();
    }

    private static String period(Period period, TableWords words) {
        boolean oneMonth = period.from().getMonth() == period.lastDay().getMonth();
        return TableWords.fill(
                words.period(),
                Map.of(
                        "from", day(period.from(), words.day()),
                        "to", day(period.lastDay(), oneMonth ? words.sameMonthDay() : words.day())));
    }

    private static String edition(int version, TableWords words) {
        return switch (version) {
            case 0 -> words.partial();
            case 1 -> "";
            default -> TableWords.fill(words.version(), Map.of("version", version));
        };
    }

    static RowView row(LeagueTable.Row row, TableWords words) {
        var figures = row.figures();
        return new RowView(
                row.rank() == null ? words.none() : String.valueOf(row.rank()),
                change(row, words),
                row.lastRank() == null ? "" : TableWords.fill(words.change().last(), Map.of("rank", row.lastRank())),
                trend(row),
                row.unit(),
                row.code(),
                row.code() == null ? "" : words.codes().of(row.code()),
                row.score() == null ? words.none() : row.score().toPlainString(),
                String.valueOf(figures.due()),
                String.valueOf(figures.closed()),
                String.valueOf(figures.overdue()));
    }

    private static Trend trend(LeagueTable.Row row) {
        if (row.rank() == null || row.lastRank() == null) {
            return Trend.UNKNOWN;
        }
        int risen = Integer.compare(row.lastRank(), row.rank());
        return risen > 0 ? Trend.UP : risen < 0 ? Trend.DOWN : Trend.SAME;
    }

    private static String change(LeagueTable.Row row, TableWords words) {
        if (row.rank() == null) {
            return "";
        }
        return switch (trend(row)) {
            case UP -> TableWords.fill(words.change().up(), Map.of("steps", steps(row)));
            case DOWN -> TableWords.fill(words.change().down(), Map.of("steps", steps(row)));
            case SAME -> words.change().same();
            case UNKNOWN -> words.change().fresh();
        };
    }

    private static int steps(LeagueTable.Row row) {
        return Math.abs(Objects.requireNonNull(row.lastRank()) - Objects.requireNonNull(row.rank()));
    }

    private static List<String> rules(LeagueTable table, TableWords words) {
        var rules = table.rules();
        List<String> lines = new ArrayList<>();
        lines.add(TableWords.fill(
                words.rules().score(),
                Map.of(
                        "onTime", rules.weights().onTime(),
                        "close", rules.weights().close())));
        if (table.spreadsWeights()) {
            lines.add(words.rules().spread());
        }
        lines.add(words.rules().ties());
        lines.add(words.rules().counts());
        lines.add(TableWords.fill(words.rules().minimum(), Map.of("minimum", rules.minimum())));
        lines.add(TableWords.fill(
                words.rules().codes(),
                Map.of(
                        "green", rules.bands().green(),
                        "yellow", rules.bands().yellow(),
                        "red", rules.bands().red())));
        lines.add(TableWords.fill(words.rules().version(), Map.of("version", rules.version())));
        return lines;
    }

    private static String day(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(day);
    }

    static String moment(Instant at, TableWords words) {
        return DateTimeFormatter.ofPattern(words.moment(), Locale.ROOT)
                .withZone(Zone.SHANGHAI)
                .format(at);
    }
}
