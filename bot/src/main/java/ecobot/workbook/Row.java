package ecobot.workbook;

import java.util.Map;

/**
 * A row that is not empty.
 *
 * @param number counted from 1
 * @param cells by column, in order
 */
public record Row(int number, Map<Integer, Cell> cells) {}
