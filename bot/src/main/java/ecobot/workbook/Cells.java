package ecobot.workbook;

import ecobot.workbook.Cell.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** Tells what a cell of the file holds. */
final class Cells {

    private static final int MOST_DIGITS = 30;
    private static final int MOST_ZEROS = 400;
    /** What calculating in binary leaves behind is no fraction. */
    private static final int DECIMALS = 6;

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_OF_OLD_MACS = LocalDate.of(1904, 1, 1);
    /** What is less is a year or an amount, not a day: 2024 would be one of 1905. This one is of 1954. */
    private static final BigDecimal FIRST_DAY = BigDecimal.valueOf(20_000);
    /** In 2173. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(100_000);

    private final LocalDate dayZero;

    /** @param since1904 whether the workbook counts days from there */
    Cells(boolean since1904) {
        this.dayZero = since1904 ? DAY_ZERO_OF_OLD_MACS : DAY_ZERO;
    }

    /** Null for an empty one. */
    @Nullable
    Cell read(int row, org.dhatim.fastexcel.reader.Cell cell) {
        int column = cell.getColumnIndex();
        var raw = cell.getRawValue() == null ? "" : cell.getRawValue().strip();
        var type = cell.getType();
        if (type == CellType.ERROR || type == CellType.FORMULA && raw.startsWith("#")) {
            return new Cell(row, column, Kind.ERROR, raw, null, null);
        } else if (type == CellType.FORMULA && raw.isEmpty()) {
            return new Cell(row, column, Kind.NO_VALUE, "", null, null);
        } else if (type == CellType.NUMBER || type == CellType.FORMULA) {
            var number = number(raw);
            return number == null
                    ? text(row, column, raw)
                    : new Cell(row, column, Kind.NUMBER, number.toPlainString(), number, day(number));
        }
        return text(row, column, type == CellType.STRING ? cell.asString() : raw);
    }

    private static @Nullable Cell text(int row, int column, @Nullable String text) {
        return text == null || text.isBlank() ? null : new Cell(row, column, Kind.TEXT, text.strip(), null, null);
    }

    /** Null for what no workbook writes as a number; reading or writing it out could take for ever. */
    private static @Nullable BigDecimal number(String raw) {
        if (raw.length() > MOST_DIGITS) {
            return null;
        }
        try {
            var exact = new BigDecimal(raw);
            return Math.abs((long) exact.scale()) > MOST_ZEROS
                    ? null
                    : exact.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable LocalDate day(BigDecimal number) {
        return number.compareTo(FIRST_DAY) < 0 || number.compareTo(LAST_DAY) > 0
                ? null
                : dayZero.plusDays(number.longValue());
    }
}
