package ecobot.ranking;

import ecobot.issue.Issue.Kind;
import ecobot.roster.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** The workbook that people fill in: a title with the month, a header, one row a unit; with the numbers in force where there are some. */
final class TaskTemplate {

    private static final int TITLE_SIZE = 16;
    private static final int UNIT_WIDTH = 14;
    private static final int NUMBER_WIDTH = 11;
    private static final int HEADER_ROW = 1;

    private final TaskWords words;

    TaskTemplate(TaskWords words) {
        this.words = words;
    }

    /** @param table null when the month has none yet */
    byte[] of(YearMonth month, List<Unit> units, @Nullable TaskTable table) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "EcoBot", "1.0")) {
            var sheet = book.newWorksheet(words.sheetName());
            int last = 2 * Kind.values().length;
            sheet.value(0, 0, words.title().replace("{month}", words.month(month)));
            sheet.range(0, 0, 0, last).merge();
            sheet.range(0, 0, 0, last)
                    .style()
                    .bold()
                    .fontSize(TITLE_SIZE)
                    .horizontalAlignment("center")
                    .set();
            sheet.value(HEADER_ROW, 0, words.unitHeading());
            sheet.width(0, UNIT_WIDTH);
            for (var kind : Kind.values()) {
                int column = findColumn(kind);
                sheet.value(HEADER_ROW, column, words.findHeading().replace("{kind}", words.kind(kind)));
                sheet.value(HEADER_ROW, column + 1, words.rectifyHeading().replace("{kind}", words.kind(kind)));
                sheet.width(column, NUMBER_WIDTH);
                sheet.width(column + 1, NUMBER_WIDTH);
            }
            sheet.range(HEADER_ROW, 0, HEADER_ROW, last).style().bold().set();
            sheet.freezePane(1, HEADER_ROW + 1);
            var targets = table == null ? Map.<TaskTable.Key, TaskTable.Target>of() : table.byKey();
            for (int i = 0; i < units.size(); i++) {
                int row = HEADER_ROW + 1 + i;
                sheet.value(row, 0, units.get(i).name());
                for (var kind : Kind.values()) {
                    var target = targets.get(new TaskTable.Key(units.get(i).id(), kind));
                    if (target != null) {
                        sheet.value(row, findColumn(kind), target.find());
                        sheet.value(row, findColumn(kind) + 1, target.rectify());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int findColumn(Kind kind) {
        return 1 + 2 * kind.ordinal();
    }
}
