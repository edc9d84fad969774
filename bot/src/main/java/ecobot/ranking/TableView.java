package ecobot.ranking;

import ecobot.calendar.Zone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table in words. The picture and the list text are both made from it, so their figures cannot differ.
 *
 * @param title of the picture, which has the period beside it
 * @param heading of the list text, which says by itself what it is about
 * @param edition which version of the table it is; empty for the first
 * @param partial whether the period is not over; the heading then leaves it out
 * @param smallMore how many of {@code small} were left out; empty when none were
 * @param notes why codes are worse than by rank, a line for each unit; none in tables that were posted before there were any
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
        String smallMore,
        List<String> notes,
        List<String> rules) {

    TableView(
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
            @Nullable String smallMore,
            @Nullable List<String> notes,
            List<String> rules) {
        this.title = title;
        this.heading = heading;
        this.period = period;
        this.edition = edition;
        this.partial = partial;
        this.cutOff = cutOff;
        this.columns = columns;
        this.ranked = ranked;
        this.smallHeading = smallHeading;
        this.small = small;
        this.smallMore = Objects.requireNonNullElse(smallMore, "");
        this.notes = notes == null ? List.of() : List.copyOf(notes);
        this.rules = rules;
    }

    /** More would make the picture too large for a phone; the list text tells all. */
    private static final int NOTES = 3;

    /**
     * One line in words.
     *
     * @param rank "3"; a dash when not ranked
     * @param change "↑2"; empty when not ranked, or when nothing is compared with
     * @param last the rank before, "5"; empty when there was none
     * @param code the code's name; empty when not ranked
     * @param due "12", of the period
     * @param done "11", of those due
     * @param overdue "3", whenever they fell due
     * @param group "镇" on the first row of a group; empty elsewhere
     * @param deducted "5", points that were taken off; empty when none were
     * @param remark why the code is worse than by rank, and how many reds in a row; empty when there is nothing to say
     * @param mark what refers to the remark; empty when there is none
     * @param gap what was left out before this row; empty when nothing was
     * @param scores in the tables before and in this one, the oldest first; null where it was not ranked; empty when there was none before
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
            String overdue,
            String group,
            String deducted,
            String remark,
            String mark,
            List<@Nullable BigDecimal> scores,
            String gap) {

        RowView(
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
                String overdue,
                @Nullable String group,
                @Nullable String deducted,
                @Nullable String remark,
                @Nullable String mark,
                @Nullable List<@Nullable BigDecimal> scores,
                @Nullable String gap) {
            this.rank = rank;
            this.change = change;
            this.last = last;
            this.trend = trend;
            this.unit = unit;
            this.colour = colour;
            this.code = code;
            this.score = score;
            this.due = due;
            this.done = done;
            this.overdue = overdue;
            this.group = Objects.requireNonNullElse(group, "");
            this.deducted = Objects.requireNonNullElse(deducted, "");
            this.remark = Objects.requireNonNullElse(remark, "");
            this.mark = Objects.requireNonNullElse(mark, "");
            this.scores = scores == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(scores));
            this.gap = Objects.requireNonNullElse(gap, "");
        }

        /** The same after so many that were left out. */
        RowView after(String leftOut) {
            return new RowView(
                    rank, change, last, trend, unit, colour, code, score, due, done, overdue, group, deducted, remark,
                    mark, scores, leftOut);
        }

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

    /** The same with fewer rows. */
    TableView showing(List<RowView> ranked, List<RowView> small, String smallMore) {
        return new TableView(
                title,
                heading,
                period,
                edition,
                partial,
                cutOff,
                columns,
                ranked,
                smallHeading,
                small,
                smallMore,
                notes,
                rules);
    }

    boolean hasSmall() {
        return !small.isEmpty() || !smallMore.isEmpty();
    }

    /**
     * The words of {@code table}.
     *
     * @param version of the posted table; 0 for a table that is not posted
     */
    static TableView of(LeagueTable table, int version, TableWords words) {
        return of(table, version, "", words);
    }

    /** @param subject what the table is confined to; empty when to nothing */
    static TableView of(LeagueTable table, int version, String subject, TableWords words) {
        var period = period(table.period(), words);
        boolean soFar = version == 0 && !table.period().isOver(table.cutOffAt());
        var edition = soFar ? words.of(table.period()).soFar() : edition(version, words);
        var about = subject.isEmpty() ? "" : TableWords.fill(words.subject(), Map.of("name", subject));
        var heading = TableWords.fill(
                        soFar ? words.soFarHeading() : words.heading(),
                        Map.of(
                                "period", period,
                                "edition", edition,
                                "subject", about,
                                "now", words.of(table.period()).now()))
                .strip();
        return new TableView(
                words.title() + about,
                heading,
                period,
                edition,
                soFar,
                TableWords.fill(words.cutoff(), Map.of("at", moment(table.cutOffAt(), words))),
                words.columns(),
                ranked(table, words),
                words.small(),
                table.unranked().stream().map(row -> row(table, row, words)).toList(),
                "",
                notes(table, words),
                RuleText.of(table, words));
    }

    static String period(Period period, TableWords words) {
        boolean oneMonth = period.from().getMonth() == period.lastDay().getMonth();
        return TableWords.fill(
                words.of(period).name(),
                Map.of(
                        "year", period.from().getYear(),
                        "month", period.from().getMonthValue(),
                        "from", day(period.from(), words.day()),
                        "to", day(period.lastDay(), oneMonth ? words.sameMonthDay() : words.day())));
    }

    private static String edition(int version, TableWords words) {
        return switch (version) {
            case 0 -> words.unposted();
            case 1 -> "";
            default -> TableWords.fill(words.version(), Map.of("version", version));
        };
    }

    private static List<RowView> ranked(LeagueTable table, TableWords words) {
        List<RowView> rows = new ArrayList<>();
        String group = null;
        for (var row : table.ranked()) {
            boolean begins = row.group() != null && !row.group().equals(group);
            group = row.group();
            rows.add(row(table, row, begins && group != null ? group : "", words));
        }
        return rows;
    }

    private static List<String> notes(LeagueTable table, TableWords words) {
        var notes = table.rows().stream()
                .filter(row -> row.code() != null && !remark(table, row, words).isEmpty())
                .map(row -> TableWords.fill(
                        words.reasons().note(),
                        Map.of(
                                "unit", row.unit(),
                                "code", words.codes().of(Objects.requireNonNull(row.code())),
                                "reason", remark(table, row, words))))
                .toList();
        if (notes.size() <= NOTES) {
            return notes;
        }
        var more = TableWords.fill(words.reasons().notesMore(), Map.of("count", notes.size() - NOTES));
        return Stream.concat(notes.stream().limit(NOTES), Stream.of(more)).toList();
    }

    /** Why the code is worse than by rank, and how often it was red. */
    static String remark(LeagueTable table, LeagueTable.Row row, TableWords words) {
        var parts = new ArrayList<String>();
        row.coding().reasons().forEach(reason -> parts.add(words.reasons().of(reason)));
        int reds = row.coding().reds();
        if (reds > 1) {
            parts.add(TableWords.fill(words.reasons().reds(), Map.of("count", reds)));
        }
        table.rules().consequenceOf(reds).ifPresent(consequence -> parts.add(consequence.text()));
        return String.join(words.reasons().join(), parts);
    }

    static RowView row(LeagueTable table, LeagueTable.Row row, TableWords words) {
        return row(table, row, "", words);
    }

    private static RowView row(LeagueTable table, LeagueTable.Row row, String group, TableWords words) {
        var points = table.arithmetic(row).points();
        var remark = remark(table, row, words);
        var figures = row.figures();
        return new RowView(
                row.rank() == null ? words.none() : String.valueOf(row.rank()),
                change(table, row, words),
                row.lastRank() == null ? "" : TableWords.fill(words.change().last(), Map.of("rank", row.lastRank())),
                trend(row),
                row.unit(),
                row.code(),
                row.code() == null ? "" : words.codes().of(row.code()),
                row.score() == null ? words.none() : row.score().toPlainString(),
                String.valueOf(figures.due()),
                String.valueOf(figures.closed()),
                String.valueOf(figures.overdue()),
                group,
                row.ranked() && points > 0 ? String.valueOf(points) : "",
                remark,
                remark.isEmpty() ? "" : words.reasons().mark(),
                row.earlier().isEmpty() ? List.of() : row.scores(),
                "");
    }

    private static Trend trend(LeagueTable.Row row) {
        if (row.rank() == null || row.lastRank() == null) {
            return Trend.UNKNOWN;
        }
        int risen = Integer.compare(row.lastRank(), row.rank());
        return risen > 0 ? Trend.UP : risen < 0 ? Trend.DOWN : Trend.SAME;
    }

    private static String change(LeagueTable table, LeagueTable.Row row, TableWords words) {
        if (row.rank() == null || table.period().kind() == Period.Kind.YEAR) {
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

    private static String day(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(day);
    }

    static String moment(Instant at, TableWords words) {
        return DateTimeFormatter.ofPattern(words.moment(), Locale.ROOT)
                .withZone(Zone.SHANGHAI)
                .format(at);
    }
}
