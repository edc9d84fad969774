package ecobot.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of a table in words, as they stand under it; what the rules do not use is not mentioned. */
final class RuleText {

    private final LeagueTable table;
    private final TableWords words;
    private final TableWords.RuleLines lines;

    private RuleText(LeagueTable table, TableWords words) {
        this.table = table;
        this.words = words;
        this.lines = words.rules();
    }

    static List<String> of(LeagueTable table, TableWords words) {
        return new RuleText(table, words).lines();
    }

    private List<String> lines() {
        var rules = table.rules();
        List<String> text = new ArrayList<>();
        text.add(TableWords.fill(lines.score(), Map.of("terms", terms(), "deductions", deductions())));
        if (!table.leftOut().isEmpty()) {
            text.add(TableWords.fill(lines.spread(), Map.of("terms", names(table.leftOut()))));
        }
        if (!rules.groups().isEmpty()) {
            var groups = rules.groups().stream().map(Rules.Group::name).toList();
            text.add(TableWords.fill(lines.groups(), Map.of("groups", String.join(lines.and(), groups))));
        }
        text.add(lines.ties());
        text.add(lines.counts());
        text.add(TableWords.fill(lines.minimum(), Map.of("minimum", rules.minimum())));
        int periods = table.rows().stream()
                .mapToInt(row -> row.earlier().size())
                .max()
                .orElse(0);
        if (periods > 0) {
            text.add(TableWords.fill(lines.trend(), Map.of("count", 1 + periods)));
        }
        text.addAll(table.coded() ? codes(rules) : List.of(lines.uncoded()));
        text.add(TableWords.fill(lines.version(), Map.of("version", rules.version())));
        return text;
    }

    private List<String> codes(Rules rules) {
        List<String> text = new ArrayList<>();
        var bands = rules.bands();
        text.add(TableWords.fill(
                lines.codes(), Map.of("green", bands.green(), "yellow", bands.yellow(), "red", bands.red())));
        var overrides = overrides(rules.overrides());
        if (!overrides.isEmpty()) {
            text.add(TableWords.fill(
                    lines.overrides(), Map.of("overrides", String.join(lines.overridesJoin(), overrides))));
        }
        return text;
    }

    private String terms() {
        var terms = Arithmetic.of(Figures.of(0, 0, 0, 0), table.rules()).terms().stream()
                .filter(term -> term.weight() > 0)
                .map(term -> TableWords.fill(
                        lines.term(), Map.of("term", words.terms().of(term.key()), "weight", term.weight())))
                .toList();
        return String.join(lines.plus(), terms);
    }

    private String deductions() {
        var each = Arithmetic.of(Figures.of(0, 0, 0, 0), table.rules()).deductions().stream()
                .filter(deduction -> deduction.each() > 0)
                .map(this::each)
                .toList();
        return each.isEmpty()
                ? ""
                : TableWords.fill(lines.deductions(), Map.of("each", String.join(lines.and(), each)));
    }

    private String each(Arithmetic.Deduction deduction) {
        var name = words.deductions().of(deduction.key());
        var most = deduction.most();
        return most == null
                ? TableWords.fill(lines.each(), Map.of("deduction", name, "points", deduction.each()))
                : TableWords.fill(
                        lines.eachMost(), Map.of("deduction", name, "points", deduction.each(), "most", most));
    }

    private String names(List<String> terms) {
        return String.join(
                lines.and(), terms.stream().map(key -> words.terms().of(key)).toList());
    }

    private List<String> overrides(Rules.Overrides overrides) {
        List<String> parts = new ArrayList<>();
        add(parts, lines.yellowOverdue(), "days", overrides.yellowOverdueDays());
        add(parts, lines.redOverdue(), "days", overrides.redOverdueDays());
        add(parts, lines.yellows(), "count", overrides.yellowsInARow());
        add(parts, lines.afterRed(), "count", overrides.yellowAfterRed());
        return parts;
    }

    private static void add(List<String> parts, String pattern, String name, int value) {
        if (value > 0) {
            parts.add(TableWords.fill(pattern, Map.of(name, value)));
        }
    }
}
