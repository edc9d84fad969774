package ecobot.ranking;

import ecobot.ranking.TableView.RowView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as a workbook: the table with all its units; the arithmetic of each; the rules and what else there is to say. What is in it comes from the table
 * and the view that the list text and the picture are made from.
 */
final class TableWorkbook {

    private static final int UNIT_WIDTH = 16;
    private static final int NUMBER_WIDTH = 9;
    private static final int TEXT_WIDTH = 90;

    private final LeagueTable table;
    private final RankView view;
    private final TableWords tableWords;
    private final WorkbookWords words;
    private final List<LeagueTable.Row> rows;
    private final List<RowView> inWords;

    TableWorkbook(LeagueTable table, RankView view, TableWords tableWords, WorkbookWords words) {
        this.table = table;
        this.view = view;
        this.tableWords = tableWords;
        this.words = words;
        this.rows = Stream.concat(table.ranked().stream(), table.unranked().stream())
                .toList();
        this.inWords =
                Stream.concat(view.ranked().stream(), view.small().stream()).toList();
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "EcoBot", "1.0")) {
            table(book.newWorksheet(words.table()));
            new ArithmeticSheet(table, rows, tableWords, words).fill(book.newWorksheet(words.arithmetic()));
            notes(book.newWorksheet(words.notes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void table(Worksheet sheet) {
        var headings = headings();
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(0, column, headings.get(column));
            sheet.width(column, NUMBER_WIDTH);
        }
        sheet.width(3, UNIT_WIDTH);
        sheet.width(11, TEXT_WIDTH / 2);
        sheet.range(0, 0, 0, headings.size() - 1).style().bold().wrapText(true).set();
        for (int i = 0; i < rows.size(); i++) {
            row(sheet, i + 1, rows.get(i), inWords.get(i));
        }
        sheet.freezePane(4, 1);
        sheet.setAutoFilter(0, 0, rows.size(), headings.size() - 1);
    }

    private List<String> headings() {
        var columns = words.columns();
        var headings = new ArrayList<>(List.of(
                columns.rank(),
                columns.last(),
                columns.change(),
                columns.unit(),
                columns.group(),
                columns.code(),
                columns.score(),
                columns.due(),
                columns.closed(),
                columns.overdue(),
                columns.deducted(),
                columns.remark()));
        for (int ago = earlier(); ago >= 1; ago--) {
            headings.add(TableWords.fill(words.earlier(), Map.of("ago", ago)));
        }
        return headings;
    }

    /** How many scores before this one there are columns for. */
    private int earlier() {
        return rows.stream().mapToInt(row -> row.earlier().size()).max().orElse(0);
    }

    private void row(Worksheet sheet, int at, LeagueTable.Row row, RowView inWords) {
        sheet.value(at, 0, row.rank());
        sheet.value(at, 1, row.lastRank());
        sheet.value(at, 2, inWords.change());
        sheet.value(at, 3, row.unit());
        sheet.value(at, 4, row.group());
        sheet.value(at, 5, inWords.code());
        sheet.value(at, 6, row.score());
        sheet.value(at, 7, row.figures().due());
        sheet.value(at, 8, row.figures().closed());
        sheet.value(at, 9, row.figures().overdue());
        sheet.value(at, 10, table.arithmetic(row).points());
        sheet.value(at, 11, inWords.remark());
        if (row.score() != null) {
            sheet.style(at, 6).format("0.0").bold().set();
        }
        if (row.code() != null) {
            sheet.style(at, 5)
                    .fillColor(fill(row.code()))
                    .horizontalAlignment("center")
                    .set();
        }
        int first = 12 + earlier() - row.earlier().size();
        for (int i = 0; i < row.earlier().size(); i++) {
            sheet.value(at, first + i, row.earlier().get(i));
            sheet.style(at, first + i).format("0.0").set();
        }
    }

    private static String fill(Code code) {
        return switch (code) {
            case GREEN -> "B7E1CD";
            case YELLOW -> "FCE8B2";
            case RED -> "F4C7C3";
        };
    }

    private void notes(Worksheet sheet) {
        sheet.width(0, TEXT_WIDTH);
        int at = section(sheet, 0, words.about(), about());
        at = section(sheet, at, words.rules(), view.table().rules());
        section(sheet, at, words.reasons(), reasons());
    }

    private List<String> about() {
        var postedAt = view.postedAt();
        return List.of(
                view.heading(),
                view.period(),
                view.cutOff(),
                postedAt == null
                        ? words.unposted()
                        : TableWords.fill(
                                words.posted(),
                                Map.of(
                                        "number", view.number(),
                                        "version", view.version(),
                                        "at", TableView.moment(postedAt, tableWords))));
    }

    private List<String> reasons() {
        return inWords.stream()
                .filter(row -> !row.remark().isEmpty())
                .map(row -> TableWords.fill(
                        words.reason(), Map.of("unit", row.unit(), "code", row.code(), "reason", row.remark())))
                .toList();
    }

    private static int section(Worksheet sheet, int at, String heading, List<String> lines) {
        if (lines.isEmpty()) {
            return at;
        }
        sheet.value(at, 0, heading);
        sheet.style(at, 0).bold().set();
        for (int i = 0; i < lines.size(); i++) {
            sheet.value(at + 1 + i, 0, lines.get(i));
            sheet.style(at + 1 + i, 0).wrapText(true).set();
        }
        return at + lines.size() + 2;
    }
}
