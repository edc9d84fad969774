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

    /**
     * The pieces by heading, for each issue of the text; empty when it is no notice. Pieces under headings that nobody knows are left out. What
     * stands before the first of several issues is about all of them.
     */
    List<Said> read(String text) {
        var folded = Folding.fold(text);
        var matcher = heading.matcher(folded);
        var marks = new ArrayList<Mark>();
        while (matcher.find()) {
            var name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            marks.add(
                    new Mark(matcher.start(), matcher.end(), name, heading(name).orElse(Heading.IGNORED)));
        }
        if (marks.stream().allMatch(mark -> mark.heading == Heading.IGNORED)) {
            return List.of();
        }
        var beginning = beginning(marks);
        var common = new EnumMap<Heading, String>(Heading.class);
        var each = new ArrayList<Map<Heading, String>>();
        var fields = common;
        for (int i = 0; i < marks.size(); i++) {
            int end = i + 1 < marks.size() ? marks.get(i + 1).start : text.length();
            var piece = text.substring(marks.get(i).end, end).strip();
            if (marks.get(i).name.equals(beginning)) {
                fields = new EnumMap<>(common);
                each.add(fields);
            }
            put(fields, marks.get(i).heading, piece);
        }
        var before = text.substring(0, marks.get(0).start);
        return (each.isEmpty() ? List.of(common) : each)
                .stream().map(own -> new Said(before, own)).toList();
    }

    /** The heading that each of several issues begins with: the first that comes as often as the unit's or the place's; empty for one issue. */
    private static String beginning(List<Mark> marks) {
        int issues = marks.stream()
                .filter(mark -> mark.heading == Heading.UNIT || mark.heading == Heading.PLACE)
                .mapToInt(mark -> count(marks, mark.name))
                .max()
                .orElse(0);
        return marks.stream()
                .filter(mark -> issues > 1 && count(marks, mark.name) == issues)
                .map(Mark::name)
                .findFirst()
                .orElse("");
    }

    private static int count(List<Mark> marks, String name) {
        return (int) marks.stream().filter(mark -> mark.name.equals(name)).count();
    }

    /** A place ends with its line: what follows, maybe under a heading that nobody knows, describes the problem. */
    private static void put(Map<Heading, String> fields, Heading heading, String piece) {
        if (heading == Heading.IGNORED || piece.isEmpty()) {
            return;
        }
        int line = heading == Heading.PLACE ? piece.indexOf('\n') : -1;
        if (line >= 0) {
            put(fields, heading, piece.substring(0, line).strip());
            put(fields, Heading.DESCRIPTION, piece.substring(line).strip());
        } else {
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

    private record Mark(int start, int end, String name, Heading heading) {}
}
