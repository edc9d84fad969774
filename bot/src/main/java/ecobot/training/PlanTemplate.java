package ecobot.training;

import ecobot.training.PlanWords.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;

/** The workbook that trainers fill in: a title with the year, the headings, and the sessions that are planned. */
final class PlanTemplate {

    private static final int TITLE_SIZE = 16;
    private static final int HEADER_ROW = 1;
    private static final int WIDE = 28;
    private static final int NARROW = 12;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final List<Column> COLUMNS = List.of(
            Column.MONTH,
            Column.DATE,
            Column.TIME,
            Column.TOPIC,
            Column.AUDIENCE,
            Column.TRAINER,
            Column.PLACE,
            Column.SEATS);

    private final PlanWords words;

    PlanTemplate(PlanWords words) {
        this.words = words;
    }

    byte[] of(Year year, List<Session> sessions) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "EcoBot", "1.0")) {
            var sheet = book.newWorksheet(words.sheetName());
            int last = COLUMNS.size() - 1;
            sheet.value(0, 0, words.title().replace("{year}", year.toString()));
            sheet.range(0, 0, 0, last).merge();
            sheet.range(0, 0, 0, last)
                    .style()
                    .bold()
                    .fontSize(TITLE_SIZE)
                    .horizontalAlignment("center")
                    .set();
            for (int column = 0; column <= last; column++) {
                var heading = words.columns().getOrDefault(COLUMNS.get(column), List.of(""));
                sheet.value(HEADER_ROW, column, heading.get(0));
                boolean wide = COLUMNS.get(column) == Column.TOPIC || COLUMNS.get(column) == Column.AUDIENCE;
                sheet.width(column, wide ? WIDE : NARROW);
            }
            sheet.range(HEADER_ROW, 0, HEADER_ROW, last).style().bold().set();
            sheet.freezePane(0, HEADER_ROW + 1);
            for (int i = 0; i < sessions.size(); i++) {
                for (int column = 0; column <= last; column++) {
                    sheet.value(HEADER_ROW + 1 + i, column, cell(sessions.get(i), COLUMNS.get(column)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String cell(Session session, Column column) {
        var when = session.when();
        var seats = session.capacity();
        return switch (column) {
            case MONTH ->
                words.monthCell()
                        .replace("{month}", Integer.toString(when.month().getMonthValue()));
            case DATE -> when.day() == null ? "" : DAY.format(when.day());
            case TIME -> when.time() == null ? "" : HOUR.format(when.time());
            case TOPIC -> session.topic();
            case AUDIENCE -> session.audience();
            case TRAINER -> session.trainer();
            case PLACE -> session.place();
            case SEATS -> seats == null ? "" : seats.toString();
        };
    }
}
