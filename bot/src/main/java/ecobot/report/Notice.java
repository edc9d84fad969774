package ecobot.report;

import ecobot.report.ReportWords.Heading;
import ecobot.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a pasted notice: pieces under headings, either in black brackets or at the beginning of a line with a colon. */
final class Notice {

    private static final String BRACKETED = "\u3010\\s*([^\u3010\u3011\\n]{1,12}?)\\s*\u3011[:\\s]*";

    private final Map<String, Heading> byName;
    private final Pattern heading;

    Notice(Map<Heading, List<String>> names) {
        this.byName = names.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(name -> Map.entry(name, entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var known = byName.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.heading = Pattern.compile(BRACKETED + "|(?m:^)[\\d.\\s\u3001]*(" + known + ")\\s*:\\s*");
    }

    /** What a heading is about; empty when it is none. */
    Optional<Heading> heading(String name) {
        return Optional.ofNullable(byName.get(Folding.fold(name).strip()));
    }

    /** The pieces by heading; without any when the text is no notice. Pieces under headings that nobody knows are left out. */
    Said read(String text) {
        var folded = Folding.fold(text);
        var matcher = heading.matcher(folded);
        var marks = new ArrayList<Mark>();
        while (matcher.find()) {
            var name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            marks.add(new Mark(matcher.start(), matcher.end(), heading(name).orElse(Heading.IGNORED)));
        }
        var fields = new EnumMap<Heading, String>(Heading.class);
        for (int i = 0; i < marks.size(); i++) {
            int end = i + 1 < marks.size() ? marks.get(i + 1).start : text.length();
            var piece = text.substring(marks.get(i).end, end).strip();
            put(fields, marks.get(i).heading, piece);
        }
        fields.remove(Heading.IGNORED);
        return new Said(marks.isEmpty() ? "" : text.substring(0, marks.get(0).start), fields);
    }

    /** A place ends with its line: what follows, maybe under a heading that nobody knows, describes the problem. */
    private static void put(Map<Heading, String> fields, Heading heading, String piece) {
        int line = heading == Heading.PLACE ? piece.indexOf('\n') : -1;
        if (line >= 0) {
            put(fields, heading, piece.substring(0, line).strip());
            put(fields, Heading.DESCRIPTION, piece.substring(line).strip());
        } else if (!piece.isEmpty()) {
            fields.merge(heading, piece, (one, two) -> one + " " + two);
        }
    }

    /**
     * One notice, or one row of a table.
     *
     * @param before what stands before the first heading, to the end of its line; may be empty
     */
    record Said(String before, Map<Heading, String> fields) {

        String under(Heading heading) {
            return fields.getOrDefault(heading, "");
        }
    }

    private record Mark(int start, int end, Heading heading) {}
}
