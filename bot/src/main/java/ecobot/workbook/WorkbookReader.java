package ecobot.workbook;

import ecobot.workbook.UnreadableWorkbook.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Reads workbooks that people send: nothing is read of a file that unpacks to more than the bounds. */
public final class WorkbookReader {

    /** Media type of a workbook. */
    public static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int MOST_SHEETS = 10;
    private static final int MOST_EMPTY_ROWS = 20_000;
    private static final int TITLE_ROWS = 20;

    private final Bounds bounds;

    public WorkbookReader(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * The first table that has a header, perhaps below titles, perhaps not on the first sheet.
     *
     * @param header reads it from a row and those below it; empty when they are none
     * @throws UnreadableWorkbook when there is none, when its sheet has too many rows, or when the file cannot be read
     */
    public <H> Table<H> table(byte[] workbook, Function<List<Row>, Optional<H>> header) throws UnreadableWorkbook {
        boolean first = true;
        for (var sheet : sheets(workbook)) {
            var rows = sheet.rows();
            for (int i = 0; i < Math.min(rows.size(), TITLE_ROWS); i++) {
                var found = header.apply(rows.subList(i, rows.size()));
                if (found.isPresent() && sheet.cut()) {
                    throw new UnreadableWorkbook(Reason.TOO_MANY_ROWS);
                } else if (found.isPresent()) {
                    var prefix = first ? "" : sheet.name() + "!";
                    return new Table<>(found.get(), prefix, rows.subList(0, i), rows.subList(i + 1, rows.size()));
                }
            }
            first = false;
        }
        throw new UnreadableWorkbook(Reason.NO_TABLE);
    }

    /**
     * The first sheets.
     *
     * @throws UnreadableWorkbook when the file cannot be read
     */
    public List<Sheet> sheets(byte[] workbook) throws UnreadableWorkbook {
        Archive.check(workbook, bounds);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            var cells = new Cells(book.isDate1904());
            var sheets = new ArrayList<Sheet>();
            for (var sheet : book.getSheets().limit(MOST_SHEETS).toList()) {
                sheets.add(sheet(sheet, cells));
            }
            return sheets;
        } catch (IOException | RuntimeException e) {
            // The reader tells what it dislikes by many exceptions, none of them declared.
            throw new UnreadableWorkbook(Reason.BROKEN);
        }
    }

    private Sheet sheet(org.dhatim.fastexcel.reader.Sheet sheet, Cells cells) throws IOException {
        try (var stream = sheet.openStream()) {
            var rows = stream.limit(MOST_EMPTY_ROWS)
                    .map(row -> row(row, cells))
                    .filter(row -> !row.cells().isEmpty())
                    .limit(bounds.rows() + 1L)
                    .toList();
            boolean cut = rows.size() > bounds.rows();
            return new Sheet(sheet.getName(), cut ? rows.subList(0, bounds.rows()) : rows, cut);
        }
    }

    private static Row row(org.dhatim.fastexcel.reader.Row row, Cells cells) {
        var read = new TreeMap<Integer, Cell>();
        for (var cell : row) {
            var known = cell == null ? null : cells.read(row.getRowNum(), cell);
            if (known != null) {
                read.put(known.column(), known);
            }
        }
        return new Row(row.getRowNum(), read);
    }
}
