package ecobot.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cell that is not empty.
 *
 * @param row counted from 1
 * @param column counted from 0
 * @param text what it holds, stripped, a date as a count of days; empty for a formula without value
 * @param number null when it holds none
 * @param day that {@code number} counts to, from 1954 to 2173; null when there is no number, or one that is hardly meant as a day
 */
public record Cell(
        int row,
        int column,
        Kind kind,
        String text,
        @Nullable BigDecimal number,
        @Nullable LocalDate day) {

    private static final int LETTERS = 26;

    /** What it holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** A formula that was never calculated. */
        NO_VALUE,
        /** A formula that failed. */
        ERROR
    }

    public String address() {
        return address(row, column);
    }

    /** As the workbook's window shows it: C7. */
    public static String address(int row, int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.append(row).toString();
    }
}
