package ecobot.ranking;

import java.util.Map;

/** The words of the picture and of the list text: {@code templates/ranking/picture.yml}. */
record TableWords(
        String title,
        String heading,
        String partialHeading,
        String period,
        String partial,
        String version,
        String cutoff,
        String day,
        String sameMonthDay,
        String moment,
        Columns columns,
        Codes codes,
        Change change,
        String none,
        String small,
        RuleLines rules) {

    /** Headings of the columns. */
    record Columns(String rank, String unit, String code, String score, String closed, String overdue) {}

    /** Names of the codes, one character each. */
    record Codes(String green, String yellow, String red) {
        String of(Code code) {
            return switch (code) {
                case GREEN -> green;
                case YELLOW -> yellow;
                case RED -> red;
            };
        }
    }

    /** How a change of rank is told. */
    record Change(String up, String down, String same, String last, String fresh) {}

    /** What stands under the table. */
    record RuleLines(
            String score, String spread, String ties, String minimum, String counts, String codes, String version) {}

    /** Puts values in place of {@code {name}}. */
    static String fill(String pattern, Map<String, ?> values) {
        var filled = pattern;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
        }
        return filled;
    }
}
