package ecobot.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Workbooks for tests. */
final class PlanSheets {

    private PlanSheets() {}

    /** One sheet of rows; null leaves a cell empty. */
    static byte[] of(Object[]... rows) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("Sheet1");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    var value = rows[row][column];
                    if (value instanceof Number number) {
                        sheet.value(row, column, number);
                    } else if (value != null) {
                        sheet.value(row, column, value.toString());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Object[] row(Object... cells) {
        return cells;
    }
}
