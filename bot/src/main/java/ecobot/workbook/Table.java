package ecobot.workbook;

import java.util.List;

/**
 * A table in a workbook.
 *
 * @param header what its header says, in the words of whoever looked for it
 * @param prefix what stands before the address of its cells: nothing on the first sheet
 * @param titles the rows above the header
 * @param rows the rows below the header's first one
 */
public record Table<H>(H header, String prefix, List<Row> titles, List<Row> rows) {}
