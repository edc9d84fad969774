package ecobot.workbook;

/**
 * How much of a workbook is read.
 *
 * @param bytes of the file at most
 * @param unpacked bytes at most, of all its parts together
 * @param rows of a sheet at most, empty ones not counted
 */
public record Bounds(int bytes, long unpacked, int rows) {}
