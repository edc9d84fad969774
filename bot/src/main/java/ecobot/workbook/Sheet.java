package ecobot.workbook;

import java.util.List;

/**
 * A sheet.
 *
 * @param rows from the top, as many as the bounds allow
 * @param cut whether there are more
 */
public record Sheet(String name, List<Row> rows, boolean cut) {}
