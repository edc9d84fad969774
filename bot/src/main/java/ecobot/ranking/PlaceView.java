package ecobot.ranking;

import ecobot.ranking.TableView.RowView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One unit's place and its arithmetic.
 *
 * @param subject what the table is confined to; empty when to nothing
 * @param now how the running period is called
 * @param soFar whether the period is not over
 * @param of how many units are ranked with it
 * @param terms what the score is made of
 * @param leftOut names of the terms that had nothing to count; empty when there are none
 * @param formula the weighted rates, added up
 * @param weights the sum of the weights that count
 * @param mean out of 100, before anything is taken off
 * @param minimum fewer due issues than this are not ranked
 * @param trend ranks of the tables before, the oldest first, and this one; empty when there are none
 */
record PlaceView(
        String unit,
        String subject,
        String period,
        String now,
        boolean soFar,
        String cutOff,
        boolean ranked,
        RowView row,
        int of,
        List<Part> terms,
        String leftOut,
        String formula,
        int weights,
        String mean,
        int due,
        int minimum,
        boolean hasOverdue,
        String trend) {

    private static final String ARROW = " → ";

    /** One rate, as it stands in the arithmetic. */
    record Part(String name, int weight, int numerator, int denominator) {
        String product() {
            return weight + "×" + numerator + "/" + denominator;
        }
    }

    /** @param earlier tables that were posted before, the latest first */
    static PlaceView of(
            LeagueTable table, LeagueTable.Row row, String subject, TableWords words, List<Snapshot> earlier) {
        var view = TableView.of(table, 0, words);
        var arithmetic = table.arithmetic(row);
        var line = TableView.row(table, row, words);
        var parts = arithmetic.counting().stream()
                .map(term ->
                        new Part(words.terms().of(term.key()), term.weight(), term.numerator(), term.denominator()))
                .toList();
        return new PlaceView(
                row.unit(),
                subject,
                view.period(),
                words.of(table.period()).now(),
                view.partial(),
                view.cutOff(),
                row.ranked(),
                line,
                table.rankedWith(row),
                parts,
                arithmetic.leftOut().stream()
                        .map(term -> words.terms().of(term.key()))
                        .collect(Collectors.joining(words.rules().and())),
                parts.stream()
                        .map(Part::product)
                        .collect(Collectors.joining(words.rules().plus())),
                parts.stream().mapToInt(Part::weight).sum(),
                arithmetic.mean().map(BigDecimal::toPlainString).orElse(""),
                row.figures().due(),
                table.rules().minimum(),
                line.hasOverdue(),
                trend(line, row.unitId(), words, earlier));
    }

    private static String trend(RowView line, long unitId, TableWords words, List<Snapshot> earlier) {
        var ranks = new ArrayList<String>();
        for (var snapshot : earlier) {
            var rank = snapshot.content().table().rowOf(unitId).map(LeagueTable.Row::rank);
            ranks.add(rank.map(String::valueOf).orElse(words.none()));
        }
        Collections.reverse(ranks);
        ranks.add(line.rank());
        return ranks.size() == 1 ? "" : String.join(ARROW, ranks);
    }
}
