package ecobot.ranking;

import ecobot.workbook.Cell;

/**
 * A cell that cannot be taken.
 *
 * @param address as the workbook's window shows it: C7
 * @param typed what stands in it, shortened
 * @param other address of the cell that it contradicts; empty when there is none
 */
record BadCell(String address, Flaw flaw, String typed, String other) {

    private static final int SHOWN = 20;

    BadCell {
        typed = typed.strip();
        typed = typed.length() > SHOWN ? typed.substring(0, SHOWN) + "\u2026" : typed;
    }

    static BadCell of(Cell cell, Flaw flaw) {
        return new BadCell(cell.address(), flaw, cell.text(), "");
    }

    static BadCell of(Cell cell, Flaw flaw, String other) {
        return new BadCell(cell.address(), flaw, cell.text(), other);
    }

    /** What is wrong; the words are in {@code templates/ranking/tasks-words.yml}. */
    enum Flaw {
        NOT_A_NUMBER,
        NEGATIVE,
        FRACTION,
        TOO_LARGE,
        /** 3/2 in a column for one number. */
        ONE_NUMBER_ONLY,
        /** 3 in a column for both. */
        TWO_NUMBERS_NEEDED,
        /** What the office programme makes of 3/2 in a cell that is not text. */
        MADE_A_DATE,
        NO_VALUE,
        ERROR,
        NO_UNIT,
        UNKNOWN_UNIT,
        UNIT_TWICE,
        UNKNOWN_COLUMN,
        COLUMN_TWICE
    }
}
