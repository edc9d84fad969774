package ecobot.ranking;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cell that is not empty.
 *
 * @param row counted from 1
 * @param column counted from 0
 * @param text what it shows; empty for a formula without value
 * @param number null when it holds none
 */
record SheetCell(
        int row,
        int column,
        Kind kind,
        String text,
        @Nullable BigDecimal number) {

    private static final int LETTERS = 26;

    /** What it holds. */
    enum Kind {
        TEXT,
        NUMBER,
        /** A formula that was never calculated. */
        NO_VALUE,
        /** A formula that failed. */
        ERROR
    }

    String address() {
        return address(row, column);
    }

    /** As the workbook's window shows it: C7. */
    static String address(int row, int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.append(row).toString();
    }
}
