package ecobot.training;

import ecobot.text.Folding;
import ecobot.workbook.UnreadableWorkbook.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a year's plan in Excel is read and written: {@code templates/training/plan-words.yml}.
 *
 * @param columns headings, the first as the template has it
 * @param ignoredRows what the first cell of a row begins with that is no session
 * @param year finds the year as group {@code year}
 */
record PlanWords(
        List<String> fileEndings,
        Map<Column, List<String>> columns,
        List<String> ignoredRows,
        String year,
        Map<From, String> yearFrom,
        Map<Bad, String> bad,
        Map<Reason, String> unreadable,
        String fileName,
        String sheetName,
        String title,
        String monthCell,
        String join) {

    static final String FILE = "training/plan-words";

    /** What stands in a column. */
    enum Column {
        MONTH,
        DATE,
        TIME,
        TOPIC,
        AUDIENCE,
        TRAINER,
        PLACE,
        SEATS
    }

    /** Where the year is from. */
    enum From {
        TITLE,
        FILE_NAME,
        NOW
    }

    /** What is wrong with a cell. */
    enum Bad {
        NO_TOPIC,
        NO_TIME,
        NO_SUCH_TIME,
        OTHER_MONTH,
        HOUR_UNCLEAR,
        HOUR_WITHOUT_DAY,
        OTHER_YEAR,
        SEATS_UNCLEAR,
        TOO_LONG,
        TWICE
    }

    Optional<Column> column(String heading) {
        var plain = plain(heading);
        return columns.entrySet().stream()
                .filter(column -> column.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    String why(Bad flaw, String typed, String other) {
        return bad.getOrDefault(flaw, "").replace("{typed}", typed).replace("{other}", other);
    }

    /** Letters and digits only, folded. */
    static String plain(String text) {
        return Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
