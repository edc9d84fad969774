package ecobot.ranking;

import ecobot.issue.Issue;
import ecobot.roster.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The league table: figures, score, rank and code of every unit. A value that does not depend on the order of what went in, and that
 * a snapshot keeps for ever. Only the table of all kinds of a week or month has codes: a unit has one code at a time.
 *
 * @param kind the only kind of issues that counts; null for all
 * @param cutOffAt what happened later is not in it
 * @param rules those that it was made with
 * @param rows ranked units by rank, then those with too few due issues; equal ones in the units' list order
 */
record LeagueTable(Period period, Issue.@Nullable Kind kind, Instant cutOffAt, Rules rules, List<Row> rows) {

    LeagueTable {
        rows = List.copyOf(rows);
    }

    /**
     * What is known of a unit.
     *
     * @param order place in the list of units
     */
    record Entry(long unitId, String unit, Unit.Kind kind, int order, Figures figures) {}

    /**
     * One line of the table.
     *
     * @param group who it is compared with; null when with all
     * @param rank in its group; null when not ranked
     * @param lastRank rank in the table before; null when there was none
     * @param score out of 100, one decimal; null when not ranked
     * @param code null when not ranked and nothing is overdue for long
     * @param coding how the code came about
     * @param earlier scores in the tables before, the oldest first; null where it was not ranked
     */
    record Row(
            long unitId,
            String unit,
            int order,
            @Nullable String group,
            Figures figures,
            @Nullable Integer rank,
            @Nullable Integer lastRank,
            @Nullable BigDecimal score,
            @Nullable Code code,
            Coding coding,
            List<@Nullable BigDecimal> earlier) {

        /** So many scores are kept besides the row's own. */
        private static final int EARLIER = 11;

        /** A row that was posted before codes had reasons starts its series of codes; likewise with scores. */
        Row(
                long unitId,
                String unit,
                int order,
                @Nullable String group,
                Figures figures,
                @Nullable Integer rank,
                @Nullable Integer lastRank,
                @Nullable BigDecimal score,
                @Nullable Code code,
                @Nullable Coding coding,
                @Nullable List<@Nullable BigDecimal> earlier) {
            this.unitId = unitId;
            this.unit = unit;
            this.order = order;
            this.group = group;
            this.figures = figures;
            this.rank = rank;
            this.lastRank = lastRank;
            this.score = score;
            this.code = code;
            this.coding = coding == null ? Coding.first(code) : coding;
            this.earlier = earlier == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(earlier));
        }

        boolean ranked() {
            return rank != null;
        }

        /** Its scores up to now, the oldest first; null where it was not ranked. */
        List<@Nullable BigDecimal> scores() {
            var scores = new ArrayList<@Nullable BigDecimal>(earlier);
            scores.add(score);
            return scores;
        }

        private static List<@Nullable BigDecimal> before(@Nullable Row last) {
            var scores = last == null ? List.<@Nullable BigDecimal>of() : last.scores();
            return scores.subList(Math.max(0, scores.size() - EARLIER), scores.size());
        }
    }

    /** Makes the table of all kinds; {@code before} is the table of the period before, for the change. */
    static LeagueTable of(
            Period period, Instant cutOffAt, Rules rules, List<Entry> entries, @Nullable LeagueTable before) {
        return of(period, null, cutOffAt, rules, entries, before);
    }

    /** Makes the table of one kind, or of all when null. */
    static LeagueTable of(
            Period period,
            Issue.@Nullable Kind kind,
            Instant cutOffAt,
            Rules rules,
            List<Entry> entries,
            @Nullable LeagueTable before) {
        boolean coded = isCoded(period, kind);
        Map<Long, BigDecimal> scores = new HashMap<>();
        Map<Optional<String>, Standing> standings = new HashMap<>();
        for (var entry : entries) {
            if (entry.figures().due() >= rules.minimum()) {
                Arithmetic.of(entry.figures(), rules).score().ifPresent(score -> {
                    scores.put(entry.unitId(), score);
                    standings
                            .computeIfAbsent(groupOf(entry, rules), unused -> new Standing())
                            .add(score);
                });
            }
        }
        Map<Long, Row> last = new HashMap<>();
        if (before != null) {
            before.rows().forEach(row -> last.put(row.unitId(), row));
        }
        List<Row> rows = new ArrayList<>();
        for (var entry : entries) {
            var standing = standings.getOrDefault(groupOf(entry, rules), new Standing());
            rows.add(row(entry, scores.get(entry.unitId()), standing, rules, coded, last.get(entry.unitId())));
        }
        rows.sort(inTableOrder(rules));
        return new LeagueTable(period, kind, cutOffAt, rules, rows);
    }

    private static boolean isCoded(Period period, Issue.@Nullable Kind kind) {
        return kind == null && period.kind() != Period.Kind.YEAR;
    }

    /** Whether its units have codes. */
    boolean coded() {
        return isCoded(period, kind);
    }

    /** The same with some of its rows only; ranks and codes stay as they are. */
    LeagueTable only(Predicate<Row> wanted) {
        return new LeagueTable(
                period, kind, cutOffAt, rules, rows.stream().filter(wanted).toList());
    }

    private static Comparator<Row> inTableOrder(Rules rules) {
        var groups = rules.groups().stream().map(Rules.Group::name).toList();
        return Comparator.comparing((Row row) -> !row.ranked())
                .thenComparingInt(row -> row.group() == null ? 0 : groups.indexOf(row.group()))
                .thenComparing(Row::rank, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                .thenComparingInt(Row::order)
                .thenComparingLong(Row::unitId);
    }

    private static Optional<String> groupOf(Entry entry, Rules rules) {
        return rules.groupOf(entry.kind()).map(Rules.Group::name);
    }

    private static Row row(
            Entry entry,
            @Nullable BigDecimal score,
            Standing standing,
            Rules rules,
            boolean coded,
            @Nullable Row last) {
        Integer rank = score == null ? null : standing.rankOf(score);
        var coding = coded ? coding(entry.figures(), rank, standing.size(), rules, last) : Coding.NONE;
        return new Row(
                entry.unitId(),
                entry.unit(),
                entry.order(),
                groupOf(entry, rules).orElse(null),
                entry.figures(),
                rank,
                last == null ? null : last.rank(),
                score,
                coding.code(),
                coding,
                Row.before(last));
    }

    private static Coding coding(Figures figures, @Nullable Integer rank, int rivals, Rules rules, @Nullable Row last) {
        var byRank = rank == null ? null : rules.bands().codeOf(rank, rivals);
        return Coding.of(byRank, figures, rules.overrides(), last == null ? Coding.NONE : last.coding());
    }

    /** The same figures, scores and ranks after another table of the period before: the change of rank and the codes follow from that one. */
    LeagueTable following(LeagueTable before) {
        return new LeagueTable(
                period,
                kind,
                cutOffAt,
                rules,
                rows.stream().map(row -> following(row, before)).toList());
    }

    private Row following(Row row, LeagueTable before) {
        var last = before.rowOf(row.unitId()).orElse(null);
        var coding = coded() ? coding(row.figures(), row.rank(), rankedWith(row), rules, last) : Coding.NONE;
        return new Row(
                row.unitId(),
                row.unit(),
                row.order(),
                row.group(),
                row.figures(),
                row.rank(),
                last == null ? null : last.rank(),
                row.score(),
                coding.code(),
                coding,
                Row.before(last));
    }

    /** How the score of one of its rows came about. */
    Arithmetic arithmetic(Row row) {
        return Arithmetic.of(row.figures(), rules);
    }

    List<Row> ranked() {
        return rows.stream().filter(Row::ranked).toList();
    }

    /** Units with too few due issues for a rank. */
    List<Row> unranked() {
        return rows.stream().filter(row -> !row.ranked()).toList();
    }

    Optional<Row> rowOf(long unitId) {
        return rows.stream().filter(row -> row.unitId() == unitId).findFirst();
    }

    /** How many units are ranked with this one. */
    int rankedWith(Row row) {
        return (int) ranked().stream()
                .filter(other -> Objects.equals(other.group(), row.group()))
                .count();
    }

    /** Keys of the terms that were left out of the score of some ranked unit, for want of anything to count. */
    List<String> leftOut() {
        return ranked().stream()
                .flatMap(row -> arithmetic(row).leftOut().stream())
                .map(Score.Term::key)
                .distinct()
                .toList();
    }

    /** Whether the other table says the same, apart from when it was made. */
    boolean sameAs(LeagueTable other) {
        return period.equals(other.period)
                && kind == other.kind
                && rules.equals(other.rules)
                && rows.equals(other.rows);
    }
}
