package ecobot.ranking;

import ecobot.ranking.Score.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    record Entry(long unitId, String unit, int order, Figures figures) {}

    /**
     * Counts of one unit in the period.
     *
     * @param due issues whose date fell in the period, up to the cut-off
     * @param onTime those of {@code due} that were closed by their date
     * @param late those of {@code due} that were closed after it, by the cut-off
     * @param overdue issues of any age that were open past their date at the cut-off
     */
    record Figures(int due, int onTime, int late, int overdue) {
        int closed() {
            return onTime + late;
        }
    }

    /**
     * One line of the table.
     *
     * @param rank null when not ranked
     * @param lastRank rank in the table before; null when there was none
     * @param score out of 100, one decimal; null when not ranked
     * @param code null when not ranked
     */
    record Row(
            long unitId,
            String unit,
            int order,
            Figures figures,
            @Nullable Integer rank,
            @Nullable Integer lastRank,
            @Nullable BigDecimal score,
            @Nullable Code code) {

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
                Score.of(terms(entry.figures(), rules)).ifPresent(score -> scores.put(entry.unitId(), score));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (var entry : entries) {
            rows.add(row(entry, scores, rules, before));
        }
        rows.sort(IN_TABLE_ORDER);
        return new LeagueTable(period, cutOffAt, rules, rows);
    }

    private static final Comparator<Row> IN_TABLE_ORDER = Comparator.comparing(
                    Row::rank, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
            .thenComparingInt(Row::order)
            .thenComparingLong(Row::unitId);

    private static Row row(Entry entry, Map<Long, BigDecimal> scores, Rules rules, @Nullable LeagueTable before) {
        var lastRank = before == null ? null : before.rankOf(entry.unitId());
        var score = scores.get(entry.unitId());
        if (score == null) {
            return new Row(entry.unitId(), entry.unit(), entry.order(), entry.figures(), null, lastRank, null, null);
        }
        int rank = 1
                + (int) scores.values().stream()
                        .filter(s -> s.compareTo(score) > 0)
                        .count();
        var code = rules.bands().codeOf(rank, scores.size());
        return new Row(entry.unitId(), entry.unit(), entry.order(), entry.figures(), rank, lastRank, score, code);
    }

    /** The terms of a unit's score, those that do not count included. */
    static List<Term> terms(Figures figures, Rules rules) {
        return List.of(
                new Term("onTime", rules.weights().onTime(), figures.onTime(), figures.due()),
                new Term("close", rules.weights().close(), figures.closed(), figures.due()));
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

    private @Nullable Integer rankOf(long unitId) {
        return rowOf(unitId).map(Row::rank).orElse(null);
    }

    /** Whether a term of some ranked unit was left out, for want of anything to count. */
    boolean spreadsWeights() {
        return ranked().stream()
                .flatMap(row -> terms(row.figures(), rules).stream())
                .anyMatch(term -> term.weight() > 0 && !term.counts());
    }

    /** Whether the other table says the same, apart from when it was made. */
    boolean sameAs(LeagueTable other) {
        return period.equals(other.period) && rules.equals(other.rules) && rows.equals(other.rows);
    }
}
