package ecobot.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks for tests. */
public final class TestSheets {

    /** Writes a formula that nobody has calculated. */
    public static final Object UNCALCULATED = new Object();

    private TestSheets() {}

    /** One sheet of rows; null leaves a cell empty. */
    public static byte[] of(Object[]... rows) {
        return book(book -> fill(book.newWorksheet("Sheet1"), rows));
    }

    public static byte[] book(Consumer<Workbook> content) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            content.accept(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Object[] row(Object... cells) {
        return cells;
    }

    public static void fill(Worksheet sheet, Object[]... rows) {
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                put(sheet, row, column, rows[row][column]);
            }
        }
    }

    /** A workbook's first sheet again, with some cells written over by their address. */
    public static byte[] filled(byte[] workbook, Map<String, Object> over) throws UnreadableWorkbook {
        var values = new TreeMap<String, Object>();
        var rows = reader().sheets(workbook).get(0).rows();
        rows.forEach(row -> row.cells().values().forEach(cell -> values.put(cell.address(), cell.text())));
        values.putAll(over);
        return book(book -> {
            var sheet = book.newWorksheet("Sheet1");
            values.forEach((address, value) ->
                    put(sheet, Integer.parseInt(address.substring(1)) - 1, address.charAt(0) - 'A', value));
        });
    }

    /** With bounds for whatever we write ourselves. */
    public static WorkbookReader reader() {
        return new WorkbookReader(new Bounds(8 * 1024 * 1024, 32L * 1024 * 1024, 20_000));
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        if (value == UNCALCULATED) {
            sheet.formula(row, column, "SUM(A1:A2)");
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }
}
