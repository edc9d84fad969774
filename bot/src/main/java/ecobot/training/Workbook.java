package ecobot.training;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The first sheets of a workbook as rows of what their cells show. What it unpacks to is counted before anything reads it. The reader of task tables
 * in {@code ecobot.ranking} does alike for numbers; neither room knows the other.
 */
record Workbook(List<SheetRow> rows) {

    static final int MOST_BYTES = 2 * 1024 * 1024;
    static final int MOST_UNPACKED = 8 * 1024 * 1024;
    static final int MOST_ROWS = 500;

    private static final int MOST_ENTRIES = 300;
    private static final int MOST_SHEETS = 10;
    private static final int MOST_EMPTY_ROWS = 20_000;
    private static final int MOST_DIGITS = 20;
    private static final int BUFFER = 8192;
    private static final int LETTERS = 26;

    /** Why a file is no plan at all; the words are in {@code templates/training/plan-words.yml}. */
    enum Flaw {
        LOST,
        NOT_A_WORKBOOK,
        TOO_LARGE,
        BROKEN,
        TOO_MANY_ROWS,
        NO_PLAN,
        NO_SESSIONS
    }

    /** A file that cannot be read. */
    static final class Unreadable extends Exception {

        private final Flaw flaw;

        Unreadable(Flaw flaw) {
            super(flaw.name(), null, false, false);
            this.flaw = flaw;
        }

        Flaw flaw() {
            return flaw;
        }
    }

    /** All sheets, one after the other. */
    static List<Workbook> sheets(byte[] bytes) throws Unreadable {
        check(bytes);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var sheets = new ArrayList<Workbook>();
            for (var sheet : book.getSheets().limit(MOST_SHEETS).toList()) {
                sheets.add(new Workbook(rows(sheet)));
            }
            return sheets;
        } catch (IOException | RuntimeException e) {
            // The reader tells what it dislikes by many exceptions, none of them declared.
            throw new Unreadable(Flaw.BROKEN);
        }
    }

    private static void check(byte[] bytes) throws Unreadable {
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
            throw new Unreadable(Flaw.NOT_A_WORKBOOK);
        } else if (bytes.length > MOST_BYTES) {
            throw new Unreadable(Flaw.TOO_LARGE);
        }
        try (var channel = new SeekableInMemoryByteChannel(bytes);
                var zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            int entries = 0;
            long unpacked = 0;
            for (var entry : Collections.list(zip.getEntries())) {
                entries++;
                try (var content = zip.getInputStream(entry)) {
                    unpacked += size(content, MOST_UNPACKED - unpacked);
                }
                if (entries > MOST_ENTRIES || unpacked > MOST_UNPACKED) {
                    throw new Unreadable(Flaw.TOO_LARGE);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(Flaw.BROKEN);
        }
    }

    /** How much comes out; no more than a little over {@code enough} is unpacked. */
    private static long size(InputStream content, long enough) throws IOException {
        var buffer = new byte[BUFFER];
        long size = 0;
        for (int read = content.read(buffer); read >= 0 && size <= enough; read = content.read(buffer)) {
            size += read;
        }
        return size;
    }

    private static List<SheetRow> rows(Sheet sheet) throws IOException {
        try (var stream = sheet.openStream()) {
            return stream.limit(MOST_EMPTY_ROWS)
                    .map(Workbook::row)
                    .filter(row -> !row.cells().isEmpty())
                    .limit(MOST_ROWS + 1L)
                    .toList();
        }
    }

    private static SheetRow row(Row row) {
        var cells = new TreeMap<Integer, SheetCell>();
        for (Cell cell : row) {
            if (cell != null) {
                var read = cell(row.getRowNum(), cell);
                if (!read.text().isEmpty()) {
                    cells.put(read.column(), read);
                }
            }
        }
        return new SheetRow(row.getRowNum(), cells);
    }

    private static SheetCell cell(int row, Cell cell) {
        var raw = cell.getRawValue() == null ? "" : cell.getRawValue().strip();
        var text = cell.getType() == CellType.STRING ? cell.asString() : raw;
        boolean mayBeNumber = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
        return new SheetCell(
                row, cell.getColumnIndex(), text == null ? "" : text.strip(), mayBeNumber ? number(raw) : null);
    }

    private static @Nullable BigDecimal number(String raw) {
        try {
            return raw.length() > MOST_DIGITS ? BigDecimal.valueOf(Double.parseDouble(raw)) : new BigDecimal(raw);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /**
     * A row that is not empty.
     *
     * @param number counted from 1
     * @param cells by column, in order
     */
    record SheetRow(int number, Map<Integer, SheetCell> cells) {}

    /**
     * A cell that is not empty.
     *
     * @param row counted from 1
     * @param column counted from 0
     * @param number what the cell holds, a date as a count of days; null for text
     */
    record SheetCell(
            int row, int column, String text, @Nullable BigDecimal number) {

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
}
