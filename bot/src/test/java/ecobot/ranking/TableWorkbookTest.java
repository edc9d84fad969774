package ecobot.ranking;

import static ecobot.ranking.LeagueTableFixture.CUT_OFF;
import static ecobot.ranking.LeagueTableFixture.TEMPLATES;
import static ecobot.ranking.LeagueTableFixture.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import ecobot.ranking.TableView.RowView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class TableWorkbookTest {

    private static final WorkbookWords WORKBOOK = TEMPLATES.words(WorkbookWords.FILE, WorkbookWords.class);

    @Test
    void text_picture_and_workbook_say_the_same_of_random_tables() {
        var random = new Random(20261128);
        for (int i = 0; i < 40; i++) {
            var table = RandomTables.next(random);
            var view = TableView.of(table, 1, WORDS);
            var text = TEMPLATES
                    .render("ranking/league-table", new AppealViews.Posted(view, 1, 5))
                    .text();
            var picture = LeagueTablePicture.draw(view).words();
            var sheet = byUnit(sheets(table, view).get("排名"));

            for (var row : view.ranked()) {
                assertThat(lineOf(row.unit(), text))
                        .containsSubsequence(
                                row.rank(),
                                row.unit(),
                                row.code() + "码",
                                row.score(),
                                row.due(),
                                row.done(),
                                row.change());
                assertThat(picture)
                        .containsSubsequence(row.unit(), row.code(), row.score(), row.closed(), row.overdue());
                assertThat(sheet.get(row.unit())).containsAllEntriesOf(inSheet(row));
            }
            for (var row : view.small()) {
                assertThat(lineOf(row.unit(), text)).containsSubsequence(row.unit(), row.due(), row.done());
                assertThat(picture).containsSubsequence(row.unit(), row.closed(), row.overdue());
                assertThat(sheet.get(row.unit()))
                        .doesNotContainKeys("名次", "得分")
                        .containsEntry("到期", row.due())
                        .containsEntry("累计逾期", row.overdue());
            }
            assertThat(sheet).hasSize(table.rows().size());
        }
    }

    @Test
    void formulas_of_the_arithmetic_come_to_the_score_that_was_posted() {
        var random = new Random(20261129);
        int ranked = 0;
        for (int i = 0; i < 300; i++) {
            var table = RandomTables.next(random);
            var arithmetic = sheets(table, TableView.of(table, 1, WORDS)).get("得分算法");

            var cells = numbers(arithmetic);
            for (int at = 5; at < 5 + table.rows().size(); at++) {
                var unit = text(arithmetic, at, "单位");
                var row = table.rows().stream()
                        .filter(r -> r.unit().equals(unit))
                        .findFirst()
                        .orElseThrow();
                var recomputed = Formula.value(cell(arithmetic, at, "重算得分").getFormula(), cells);
                assertThat(recomputed)
                        .as("%s of %s", row.unit(), row.figures())
                        .isEqualTo(row.score() == null ? "" : row.score().doubleValue());
                cells.put(address(arithmetic, at, "重算得分"), recomputed);
                assertThat(Formula.value(cell(arithmetic, at, "是否一致").getFormula(), cells))
                        .isEqualTo(row.ranked() ? "一致" : "");
                ranked += row.ranked() ? 1 : 0;
            }
        }
        assertThat(ranked).isGreaterThan(1_000);
    }

    @Test
    void a_figure_that_is_changed_in_the_sheet_changes_the_score() {
        var table = LeagueTableFixture.hard();
        var arithmetic = sheets(table, TableView.of(table, 1, WORDS)).get("得分算法");
        int at = 5;
        while (!text(arithmetic, at, "单位").equals("新丰镇")) {
            at++;
        }
        var cells = numbers(arithmetic);
        cells.put(address(arithmetic, at, "核查退回 件"), 0.0);

        assertThat(Formula.value(cell(arithmetic, at, "重算得分").getFormula(), cells))
                .isEqualTo(87.5);
    }

    @Test
    void notes_say_what_table_it_is_by_which_rules_and_why_codes_are_worse() {
        var table = LeagueTableFixture.twelfth();
        var view = TableView.of(table, 2, WORDS);
        var posted = new RankView(view, "17", 2, CUT_OFF.plusSeconds(9 * 3600), false);

        var sheets = read(new TableWorkbook(table, posted, WORDS, WORKBOOK).bytes());

        assertThat(sheets.keySet()).containsExactly("排名", "得分算法", "说明");
        var notes = sheets.get("说明").values().stream()
                .map(row -> row.getCellText(0))
                .toList();
        assertThat(notes)
                .contains("第 17 号表，第 2 版，11月23日 09:00 发布", "排名规则第 2 版", "余新镇 黄码：红码整改后先转黄码")
                .containsAll(view.rules());
        assertThat(byUnit(sheets.get("排名")).get("解放街道")).containsKeys("前 11 期", "前 1 期");
    }

    @Test
    void same_table_gives_the_same_sheets() {
        var table = LeagueTableFixture.table();
        var view = RankView.unposted(LeagueTableFixture.view());

        assertThat(read(new TableWorkbook(table, view, WORDS, WORKBOOK).bytes()).toString())
                .isEqualTo(read(new TableWorkbook(table, view, WORDS, WORKBOOK).bytes())
                        .toString());
    }

    private static Map<String, String> inSheet(RowView row) {
        return Map.of(
                "名次", row.rank(),
                "码", row.code(),
                "得分", row.score(),
                "到期", row.due(),
                "办结", row.done(),
                "累计逾期", row.overdue(),
                "变化", row.change());
    }

    private static String lineOf(String unit, String text) {
        var line = Pattern.compile("^- .*" + Pattern.quote(unit) + "[， ].*$", Pattern.MULTILINE)
                .matcher(text);
        assertThat(line.find()).isTrue();
        return line.group();
    }

    private static Map<String, Map<Integer, Row>> sheets(LeagueTable table, TableView view) {
        return read(new TableWorkbook(table, RankView.unposted(view), WORDS, WORKBOOK).bytes());
    }

    /** Rows of each sheet by their number in the window. */
    private static Map<String, Map<Integer, Row>> read(byte[] workbook) {
        Map<String, Map<Integer, Row>> sheets = new LinkedHashMap<>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (var sheet : book.getSheets().toList()) {
                Map<Integer, Row> rows = new TreeMap<>();
                sheet.read().forEach(row -> rows.put(row.getRowNum(), row));
                sheets.put(sheet.getName(), rows);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return sheets;
    }

    /** The first sheet: cells by heading, by unit. */
    private static Map<String, Map<String, String>> byUnit(Map<Integer, Row> sheet) {
        Map<String, Map<String, String>> units = new HashMap<>();
        sheet.values().stream().skip(1).forEach(row -> {
            Map<String, String> cells = new HashMap<>();
            present(row)
                    .forEach(cell ->
                            cells.put(sheet.get(1).getCellText(cell.getColumnIndex()), said(cell, sheet.get(1))));
            units.put(cells.get("单位"), cells);
        });
        return units;
    }

    private static String said(Cell cell, Row headings) {
        boolean score = headings.getCellText(cell.getColumnIndex()).equals("得分");
        return score ? cell.asNumber().setScale(1).toPlainString() : cell.getText();
    }

    private static Stream<Cell> present(Row row) {
        return row.stream().filter(cell -> cell != null && cell.getType() != CellType.EMPTY);
    }

    private static Map<String, Object> numbers(Map<Integer, Row> sheet) {
        Map<String, Object> cells = new HashMap<>();
        sheet.values()
                .forEach(row -> present(row)
                        .filter(cell -> cell.getType() == CellType.NUMBER)
                        .forEach(cell -> cells.put(
                                cell.getAddress().toString(), cell.asNumber().doubleValue())));
        return cells;
    }

    private static Cell cell(Map<Integer, Row> sheet, int row, String heading) {
        return sheet.get(row).getCell(column(sheet, heading));
    }

    private static String text(Map<Integer, Row> sheet, int row, String heading) {
        return sheet.get(row).getCellText(column(sheet, heading));
    }

    private static String address(Map<Integer, Row> sheet, int row, String heading) {
        return ecobot.workbook.Cell.address(row, column(sheet, heading));
    }

    private static int column(Map<Integer, Row> sheet, String heading) {
        List<String> headings =
                Arrays.asList(present(sheet.get(4)).map(Cell::getText).toArray(String[]::new));
        assertThat(headings).contains(heading);
        return headings.indexOf(heading);
    }
}
