package ecobot.ranking;

import ecobot.roster.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The league table: figures, score, rank and code of every unit. A value that does not depend on the order of what went in, and that
 * a snapshot keeps for ever.
 *
 * @param cutOffAt what happened later is not in it
 * @param rules those that it was made with
 * @param rows ranked units by rank, then those with too few due issues; equal ones in the units' list order
 */
record LeagueTable(Period period, Instant cutOffAt, Rules rules, List<Row> rows) {

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
            Coding coding) {

        /** A row that was posted before codes had reasons starts its series of codes. */
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
                @Nullable Coding coding) {
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
        }

        boolean ranked() {
            return rank != null;
        }
    }

    /** Makes the table; {@code before} is the table of the period before, for the change. */
    static LeagueTable of(
            Period period, Instant cutOffAt, Rules rules, List<Entry> entries, @Nullable LeagueTable before) {
        Map<Long, BigDecimal> scores = new HashMap<>();
        for (var entry : entries) {
            if (entry.figures().due() >= rules.minimum()) {
                Arithmetic.of(entry.figures(), rules).score().ifPresent(score -> scores.put(entry.unitId(), score));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (var entry : entries) {
            var rivals = entries.stream()
                    .filter(other -> groupOf(other, rules).equals(groupOf(entry, rules)))
                    .map(other -> scores.get(other.unitId()))
                    .filter(Objects::nonNull)
                    .toList();
            rows.add(row(entry, scores.get(entry.unitId()), rivals, rules, before));
        }
        rows.sort(inTableOrder(rules));
        return new LeagueTable(period, cutOffAt, rules, rows);
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
            List<BigDecimal> rivals,
            Rules rules,
            @Nullable LeagueTable before) {
        var last = before == null ? null : before.rowOf(entry.unitId()).orElse(null);
        Integer rank = score == null
                ? null
                : 1 + (int) rivals.stream().filter(s -> s.compareTo(score) > 0).count();
        var byRank = rank == null ? null : rules.bands().codeOf(rank, rivals.size());
        var coding = Coding.of(byRank, entry.figures(), rules.overrides(), last == null ? Coding.NONE : last.coding());
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
                coding);
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
        return period.equals(other.period) && rules.equals(other.rules) && rows.equals(other.rows);
    }
}
