package ecobot.report;

import ecobot.report.ReportWords.Heading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads rows that were copied out of a table: cells divided by tabs, with a row of headings or without. */
final class Rows {

    private final Notice headings;
    private final Function<String, Heading> guess;

    /** @param guess what a cell without a heading is likely about */
    Rows(Notice headings, Function<String, Heading> guess) {
        this.headings = headings;
        this.guess = guess;
    }

    /** The rows; empty when the text has no tab. Lines without a tab are a title and not a row. */
    List<Map<Heading, String>> of(String text) {
        var lines = text.lines()
                .filter(line -> line.contains("\t") && !line.isBlank())
                .map(line -> Arrays.stream(line.split("\t")).map(String::strip).toList())
                .toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        var columns = columns(lines.get(0));
        return columns.isEmpty()
                ? lines.stream().map(this::guessed).toList()
                : lines.stream().skip(1).map(cells -> named(columns, cells)).toList();
    }

    /** What the columns are about; empty when the first line is no row of headings. */
    private List<Heading> columns(List<String> cells) {
        var known = cells.stream()
                .filter(cell -> headings.heading(cell).isPresent())
                .count();
        return known < 2
                ? List.of()
                : cells.stream()
                        .map(cell -> headings.heading(cell).orElse(Heading.IGNORED))
                        .toList();
    }

    private static Map<Heading, String> named(List<Heading> columns, List<String> cells) {
        var fields = new EnumMap<Heading, String>(Heading.class);
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            put(fields, columns.get(i), cells.get(i));
        }
        return fields;
    }

    private Map<Heading, String> guessed(List<String> cells) {
        var fields = new EnumMap<Heading, String>(Heading.class);
        var texts = new ArrayList<String>();
        for (var cell : cells) {
            var heading = guess.apply(cell);
            if (heading == Heading.DESCRIPTION || fields.containsKey(heading)) {
                texts.add(cell);
            } else {
                put(fields, heading, cell);
            }
        }
        if (texts.isEmpty() && fields.containsKey(Heading.PLACE)) {
            texts.add(fields.remove(Heading.PLACE));
        }
        put(fields, Heading.DESCRIPTION, String.join(" ", texts));
        return fields;
    }

    private static void put(Map<Heading, String> fields, Heading heading, String cell) {
        if (heading != Heading.IGNORED && !cell.isBlank()) {
            fields.put(heading, cell);
        }
    }
}
