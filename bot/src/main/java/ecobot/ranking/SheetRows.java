package ecobot.ranking;

import ecobot.ranking.UnreadableSheet.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet's rows that are not empty.
 *
 * @param name of the sheet
 */
record SheetRows(String name, List<SheetRow> rows) {

    static final int MOST_ROWS = 500;

    private static final int MOST_SHEETS = 10;
    private static final int MOST_EMPTY_ROWS = 20_000;
    /** What calculating in binary leaves behind is no fraction. */
    private static final int DECIMALS = 6;

    /** All sheets of a workbook; the first row too many is noticed only in a sheet that somebody reads. */
    static List<SheetRows> of(byte[] workbook) throws UnreadableSheet {
        ZipBounds.check(workbook);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            var sheets = new ArrayList<SheetRows>();
            for (var sheet : book.getSheets().limit(MOST_SHEETS).toList()) {
                sheets.add(new SheetRows(sheet.getName(), rows(sheet)));
            }
            return sheets;
        } catch (IOException | RuntimeException e) {
            // The reader tells what it dislikes by many exceptions, none of them declared.
            throw new UnreadableSheet(Reason.BROKEN);
        }
    }

    private static List<SheetRow> rows(Sheet sheet) throws IOException {
        try (var stream = sheet.openStream()) {
            return stream.limit(MOST_EMPTY_ROWS)
                    .map(SheetRows::row)
                    .filter(row -> !row.cells().isEmpty())
                    .limit(MOST_ROWS + 1L)
                    .toList();
        }
    }

    private static SheetRow row(Row row) {
        var cells = new TreeMap<Integer, SheetCell>();
        for (Cell cell : row) {
            var read = cell == null ? null : cell(row.getRowNum(), cell);
            if (read != null) {
                cells.put(read.column(), read);
            }
        }
        return new SheetRow(row.getRowNum(), cells);
    }

    private static @Nullable SheetCell cell(int row, Cell cell) {
        int column = cell.getColumnIndex();
        var raw = cell.getRawValue() == null ? "" : cell.getRawValue().strip();
        var type = cell.getType();
        if (type == CellType.ERROR || type == CellType.FORMULA && raw.startsWith("#")) {
            return new SheetCell(row, column, SheetCell.Kind.ERROR, raw, null);
        } else if (type == CellType.FORMULA && raw.isEmpty()) {
            return new SheetCell(row, column, SheetCell.Kind.NO_VALUE, "", null);
        } else if (type == CellType.NUMBER || type == CellType.FORMULA) {
            var number = number(raw);
            return number == null
                    ? text(row, column, raw)
                    : new SheetCell(row, column, SheetCell.Kind.NUMBER, number.toPlainString(), number);
        }
        return text(row, column, type == CellType.STRING ? cell.asString() : raw);
    }

    private static @Nullable SheetCell text(int row, int column, @Nullable String text) {
        return text == null || text.isBlank() ? null : new SheetCell(row, column, SheetCell.Kind.TEXT, text, null);
    }

    private static @Nullable BigDecimal number(String raw) {
        try {
            var exact = new BigDecimal(raw);
            // Beyond what a workbook can hold; writing it out could fill the memory.
            return Math.abs((long) exact.scale()) > 400
                    ? null
                    : exact.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /**
     * A row.
     *
     * @param number counted from 1
     * @param cells by column, in order
     */
    record SheetRow(int number, Map<Integer, SheetCell> cells) {}
}
