package ecobot.library;

import ecobot.library.KeeperWords.Field;
import ecobot.library.ListWords.Flaw;
import ecobot.library.Material.Category;
import ecobot.library.UnreadableDocument.Reason;
import ecobot.text.Folding;
import ecobot.workbook.Bounds;
import ecobot.workbook.Cell;
import ecobot.workbook.Row;
import ecobot.workbook.UnreadableWorkbook;
import ecobot.workbook.WorkbookReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a list of materials from a workbook, one a row; the columns are found by the words of their headings. */
final class ListReader {

    static final int MOST_ROWS = 200;
    /** Eight megabytes of words, and pictures as large as a document may be: they do not grow when they are unpacked. */
    private static final Bounds BOUNDS =
            new Bounds(DocumentReader.MOST_BYTES, DocumentReader.MOST_BYTES + 8L * 1024 * 1024, MOST_ROWS + 20);

    private static final String URL = "https://[^\\s/@]+(?:/\\S*)?";

    private final KeeperWords words;
    private final ListWords list;

    ListReader(KeeperWords words, ListWords list) {
        this.words = words;
        this.list = list;
    }

    Materials read(byte[] workbook) throws UnreadableDocument {
        try {
            var table = new WorkbookReader(BOUNDS)
                    .table(workbook, rows -> Optional.of(header(rows.get(0))).filter(ListReader::isList));
            return materials(table.header(), table.rows());
        } catch (UnreadableWorkbook unreadable) {
            throw new UnreadableDocument(
                    switch (unreadable.reason()) {
                        case LOST -> Reason.LOST;
                        case TOO_LARGE, TOO_MANY_ROWS -> Reason.TOO_LARGE;
                        case OLD_FORMAT, NOT_A_WORKBOOK, BROKEN -> Reason.BROKEN;
                        case NO_TABLE, NOTHING_IN_IT -> Reason.NO_LIST;
                    });
        }
    }

    private static boolean isList(Map<Field, Integer> header) {
        return header.containsKey(Field.TITLE) && header.size() > 1;
    }

    private Map<Field, Integer> header(Row row) {
        var columns = new EnumMap<Field, Integer>(Field.class);
        for (var cell : row.cells().values()) {
            words.field(Folding.fold(text(cell)).replace(" ", ""))
                    .ifPresent(field -> columns.putIfAbsent(field, cell.column()));
        }
        return columns;
    }

    private Materials materials(Map<Field, Integer> header, List<Row> rows) throws UnreadableDocument {
        var good = new ArrayList<Content>();
        var bad = new ArrayList<Bad>();
        for (var row : rows) {
            if (row.cells().values().stream().anyMatch(cell -> !text(cell).isEmpty())) {
                content(new Line(header, row, bad)).ifPresent(good::add);
            }
        }
        if (good.size() > MOST_ROWS) {
            throw new UnreadableDocument(Reason.TOO_LARGE);
        } else if (good.isEmpty() && bad.isEmpty()) {
            throw new UnreadableDocument(Reason.NO_LIST);
        }
        return new Materials(good, bad);
    }

    private Optional<Content> content(Line line) {
        int before = line.bad.size();
        var title = line.needed(Field.TITLE, MaterialFileReader.LONGEST_TITLE).replaceAll("\\s+", " ");
        var body = line.needed(Field.BODY, MaterialFileReader.LONGEST_BODY);
        var category = category(line);
        var summary =
                line.optional(Field.SUMMARY, MaterialFileReader.LONGEST_SUMMARY).replaceAll("\\s+", " ");
        var source = line.optional(Field.SOURCE, ContentBuilder.LONGEST_SOURCE).replaceAll("\\s+", " ");
        var number = line.optional(Field.DOCUMENT_NUMBER, ContentBuilder.LONGEST_NUMBER);
        var url = line.optional(Field.URL, 500);
        if (!url.isEmpty() && !url.matches(URL)) {
            line.fault(Field.URL, Flaw.URL);
        }
        var issuedOn = line.day(Field.ISSUED_ON);
        var effectiveOn = line.day(Field.EFFECTIVE_ON);
        var tags = Arrays.stream(line.optional(Field.TAGS, 300).split(words.tagSeparator()))
                .filter(tag -> !tag.isBlank() && tag.length() <= 30)
                .distinct()
                .limit(12)
                .toList();
        if (line.bad.size() > before || category == null) {
            return Optional.empty();
        }
        return Optional.of(new Content(
                category,
                title,
                summary.isEmpty() ? Guesses.summary(body, title) : summary,
                body,
                source.isEmpty() ? list.source() : source,
                url.isEmpty() ? null : url,
                number.isEmpty() ? null : number,
                issuedOn,
                effectiveOn,
                tags));
    }

    private @Nullable Category category(Line line) {
        var typed = Folding.fold(line.optional(Field.CATEGORY, 20));
        var category = words.category(typed);
        if (category.isEmpty()) {
            line.fault(Field.CATEGORY, Flaw.CATEGORY);
        }
        return category.orElse(null);
    }

    private static String text(@Nullable Cell cell) {
        return cell == null || cell.kind() == Cell.Kind.ERROR
                ? ""
                : Folding.visible(cell.text()).strip();
    }

    /** One row of the list. */
    private final class Line {

        private final Map<Field, Integer> header;
        private final Row row;
        private final List<Bad> bad;

        Line(Map<Field, Integer> header, Row row, List<Bad> bad) {
            this.header = header;
            this.row = row;
            this.bad = bad;
        }

        String needed(Field field, int longest) {
            var text = optional(field, longest);
            if (text.isEmpty()) {
                fault(field, Flaw.EMPTY);
            }
            return text;
        }

        String optional(Field field, int longest) {
            var text = text(cell(field));
            if (text.length() > longest) {
                fault(field, Flaw.TOO_LONG);
            }
            return text;
        }

        @Nullable
        LocalDate day(Field field) {
            var cell = cell(field);
            var text = text(cell);
            if (cell == null || text.isEmpty()) {
                return null;
            }
            var day = cell.number() == null ? words.day(text) : Optional.ofNullable(cell.day());
            if (day.isEmpty()) {
                fault(field, Flaw.DATE);
            }
            return day.orElse(null);
        }

        void fault(Field field, Flaw flaw) {
            var column = header.get(field);
            var address = column == null ? Integer.toString(row.number()) : Cell.address(row.number(), column);
            bad.add(new Bad(address, list.say(flaw, words.name(field))));
        }

        private @Nullable Cell cell(Field field) {
            var column = header.get(field);
            return column == null ? null : row.cells().get(column);
        }
    }

    /** What a workbook lists. */
    record Materials(List<Content> good, List<Bad> bad) {}

    /**
     * A cell that cannot be taken.
     *
     * @param address as the workbook's window shows it: C7
     * @param why in words
     */
    record Bad(String address, String why) {}
}
