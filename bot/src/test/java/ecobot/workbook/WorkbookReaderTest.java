package ecobot.workbook;

import static ecobot.workbook.TestSheets.UNCALCULATED;
import static ecobot.workbook.TestSheets.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ecobot.workbook.UnreadableWorkbook.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;

class WorkbookReaderTest {

    private static final Bounds BOUNDS = new Bounds(2 * 1024 * 1024, 8 * 1024 * 1024, 100);

    private final WorkbookReader reader = new WorkbookReader(BOUNDS);

    @Test
    void table_stands_below_titles_and_may_stand_on_a_later_sheet() throws Exception {
        var one = reader.table(TestSheets.of(row("标题"), row(), row("", "单位"), row("新丰")), this::header);
        var later = reader.table(
                TestSheets.book(book -> {
                    TestSheets.fill(book.newWorksheet("说明"), row("请看下一张"));
                    TestSheets.fill(book.newWorksheet("任务"), row("单位"), row("新丰"));
                }),
                this::header);

        assertThat(one.header()).isEqualTo("B3");
        assertThat(one.prefix()).isEmpty();
        assertThat(texts(one.titles())).containsExactly("标题");
        assertThat(texts(one.rows())).containsExactly("新丰");
        assertThat(one.rows().get(0).number()).isEqualTo(4);
        assertThat(later.prefix()).isEqualTo("任务!");
    }

    @Test
    void header_far_below_is_none() {
        var rows =
                IntStream.range(0, 21).mapToObj(i -> row(i == 20 ? "单位" : "标题")).toArray(Object[][]::new);

        assertRefused(TestSheets.of(rows), Reason.NO_TABLE);
    }

    @Test
    void one_row_more_than_the_bounds_allow_is_refused() throws Exception {
        assertThat(reader.table(rows(100), this::header).rows()).hasSize(99);
        assertRefused(rows(101), Reason.TOO_MANY_ROWS);
    }

    @Test
    void cells_say_what_they_hold_and_where_they_stand() throws Exception {
        var cells = reader.sheets(
                        TestSheets.of(row("  甲 ", 3, 0.1 + 0.2, LocalDate.of(2026, 9, 1), UNCALCULATED, "", 1e30)))
                .get(0)
                .rows()
                .get(0)
                .cells();

        assertThat(cells.values())
                .extracting(Cell::address, Cell::kind, Cell::text, Cell::day)
                .containsExactly(
                        tuple("A1", Cell.Kind.TEXT, "甲", null),
                        tuple("B1", Cell.Kind.NUMBER, "3", null),
                        tuple("C1", Cell.Kind.NUMBER, "0.3", null),
                        tuple("D1", Cell.Kind.NUMBER, "46266", LocalDate.of(2026, 9, 1)),
                        tuple("E1", Cell.Kind.NO_VALUE, "", null),
                        tuple("G1", Cell.Kind.NUMBER, "1000000000000000000000000000000", null));
        assertThat(Cell.address(7, 2)).isEqualTo("C7");
        assertThat(Cell.address(10, 27)).isEqualTo("AB10");
    }

    @Test
    void what_is_no_workbook_is_refused() {
        assertRefused("单位,水 发现\n新丰,3\n".getBytes(StandardCharsets.UTF_8), Reason.NOT_A_WORKBOOK);
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, Reason.OLD_FORMAT);
        assertRefused(new byte[BOUNDS.bytes() + 1], Reason.NOT_A_WORKBOOK);
        var whole = rows(2);
        assertRefused(Arrays.copyOf(whole, whole.length / 3), Reason.BROKEN);
    }

    @Test
    void archive_that_unpacks_to_too_much_is_refused() throws Exception {
        assertRefused(with("xl/media/image1.png", new byte[8 * 1024 * 1024]), Reason.TOO_LARGE);
        assertRefused(Arrays.copyOf(rows(2), BOUNDS.bytes() + 1), Reason.TOO_LARGE);
        var many = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(many)) {
            for (int i = 0; i <= Archive.MOST_ENTRIES; i++) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + i + ".xml"));
            }
        }
        assertRefused(many.toByteArray(), Reason.TOO_LARGE);

        assertThat(reader.sheets(with("xl/media/image1.png", new byte[1024 * 1024])))
                .as("a picture within the bounds does no harm")
                .hasSize(1);
    }

    @Test
    void sheet_with_entities_is_refused() throws Exception {
        var bomb = sheet(
                "<!DOCTYPE s [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>", "t=\"str\"", "&b;");

        assertRefused(with("xl/worksheets/sheet1.xml", bomb), Reason.BROKEN);
    }

    @Test
    void number_that_no_workbook_writes_is_text() throws Exception {
        var sheet = sheet("", "", "1".repeat(1000));

        var cell = reader.sheets(with("xl/worksheets/sheet1.xml", sheet))
                .get(0)
                .rows()
                .get(0)
                .cells()
                .get(0);

        assertThat(cell.kind()).isEqualTo(Cell.Kind.TEXT);
    }

    /** Address of the cell that says 单位. */
    private Optional<String> header(List<Row> rows) {
        return rows.get(0).cells().values().stream()
                .filter(cell -> cell.text().equals("单位"))
                .map(Cell::address)
                .findFirst();
    }

    private static List<String> texts(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.cells().values().stream())
                .map(Cell::text)
                .toList();
    }

    private static byte[] rows(int count) {
        return TestSheets.of(IntStream.range(0, count).mapToObj(i -> row("单位")).toArray(Object[][]::new));
    }

    private static byte[] sheet(String doctype, String attributes, String value) {
        return ("<?xml version=\"1.0\"?>" + doctype
                        + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                        + "<c r=\"A1\" " + attributes + "><v>" + value + "</v></c></row></sheetData></worksheet>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A good workbook with one entry added or replaced. */
    private static byte[] with(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = ZipFile.builder().setByteArray(rows(2)).get();
                var out = new ZipOutputStream(bytes)) {
            for (var entry : Collections.list(in.getEntries())) {
                if (!entry.getName().equals(name)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.getInputStream(entry).transferTo(out);
                }
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private void assertRefused(byte[] workbook, Reason reason) {
        assertThatThrownBy(() -> reader.table(workbook, this::header))
                .isInstanceOfSatisfying(
                        UnreadableWorkbook.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
