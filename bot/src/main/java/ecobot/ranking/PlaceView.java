package ecobot.ranking;

import ecobot.ranking.Score.Term;
import ecobot.ranking.TableView.RowView;

/**
 * One unit's place and its arithmetic.
 *
 * @param of how many units are ranked
 * @param terms what the score is made of
 * @param weights the sum of the weights that count
 * @param minimum fewer due issues than this are not ranked
 */
record PlaceView(
        String unit,
        String period,
        String cutOff,
        boolean ranked,
        RowView row,
        int of,
        Part onTime,
        Part close,
        int weights,
        int due,
        int minimum,
        boolean hasOverdue) {

    /** One rate, as it stands in the arithmetic. */
    record Part(int weight, int numerator, int denominator) {
        private static Part of(Term term) {
            return new Part(term.weight(), term.numerator(), term.denominator());
        }
    }

    static PlaceView of(LeagueTable table, LeagueTable.Row row, TableWords words) {
        var view = TableView.of(table, 0, words);
        var terms = LeagueTable.terms(row.figures(), table.rules());
        var line = TableView.row(row, words);
        return new PlaceView(
                row.unit(),
                view.period(),
                view.cutOff(),
                row.ranked(),
                line,
                table.ranked().size(),
                Part.of(terms.get(0)),
                Part.of(terms.get(1)),
                table.rules().weights().sum(),
                row.figures().due(),
                table.rules().minimum(),
                line.hasOverdue());
    }
}
