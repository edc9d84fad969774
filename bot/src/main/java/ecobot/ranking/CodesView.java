package ecobot.ranking;

import ecobot.ranking.TableView.RowView;
import java.util.List;
import java.util.stream.Stream;

/**
 * The codes of a table, the worst first.
 *
 * @param posted whether the table was posted
 * @param uncoded units without a code
 * @param changes codes that have become others since the table was posted
 */
record CodesView(
        String period,
        String cutOff,
        boolean posted,
        List<Colour> colours,
        List<String> uncoded,
        List<CodeChange.Line> changes) {

    /** The units of one code. */
    record Colour(String code, int count, List<RowView> units) {}

    static CodesView of(LeagueTable table, boolean posted, TableWords words, List<CodeChange.Line> changes) {
        var view = TableView.of(table, 0, words);
        var colours = Stream.of(Code.RED, Code.YELLOW, Code.GREEN)
                .map(code -> colour(code, table, words))
                .filter(colour -> colour.count() > 0)
                .toList();
        var uncoded = table.rows().stream()
                .filter(row -> row.code() == null)
                .map(LeagueTable.Row::unit)
                .toList();
        return new CodesView(view.period(), view.cutOff(), posted, colours, uncoded, changes);
    }

    private static Colour colour(Code code, LeagueTable table, TableWords words) {
        var rows = table.rows().stream()
                .filter(row -> row.code() == code)
                .map(row -> TableView.row(table, row, words))
                .toList();
        return new Colour(words.codes().of(code), rows.size(), rows);
    }
}
