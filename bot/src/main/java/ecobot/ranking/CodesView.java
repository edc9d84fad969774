package ecobot.ranking;

import ecobot.ranking.TableView.RowView;
import java.util.List;
import java.util.stream.Stream;

/**
 * The codes of a table, the worst first.
 *
 * @param posted whether the table was posted
 * @param uncoded units without a code
 * @param uncodedMore how many of them are left out; empty when none are
 * @param changes codes that have become others since the table was posted
 */
record CodesView(
        String period,
        String cutOff,
        boolean posted,
        List<Colour> colours,
        List<String> uncoded,
        String uncodedMore,
        List<CodeChange.Line> changes) {

    /**
     * The units of one code.
     *
     * @param count of all of them
     * @param more how many are left out; empty when none are
     */
    record Colour(String code, int count, List<RowView> units, String more) {}

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
        int most = table.rules().shown().top();
        return new CodesView(
                view.period(),
                view.cutOff(),
                posted,
                colours,
                uncoded.stream().limit(most).toList(),
                more(uncoded.size() - most),
                changes);
    }

    private static Colour colour(Code code, LeagueTable table, TableWords words) {
        var rows = table.rows().stream()
                .filter(row -> row.code() == code)
                .map(row -> TableView.row(table, row, words))
                .toList();
        int most = table.rules().shown().top();
        return new Colour(
                words.codes().of(code), rows.size(), rows.stream().limit(most).toList(), more(rows.size() - most));
    }

    private static String more(int count) {
        return count > 0 ? Integer.toString(count) : "";
    }
}
