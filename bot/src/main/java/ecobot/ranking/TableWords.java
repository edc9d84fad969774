package ecobot.ranking;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The words of the picture and of the list text: {@code templates/ranking/picture.yml}. */
record TableWords(
        String title,
        String heading,
        String soFarHeading,
        String subject,
        Map<Period.Kind, PeriodNames> periods,
        String version,
        String unposted,
        String cutoff,
        String day,
        String sameMonthDay,
        String moment,
        Columns columns,
        Codes codes,
        Change change,
        String none,
        String small,
        String gap,
        String smallMore,
        Terms terms,
        DeductionNames deductions,
        Reasons reasons,
        RuleLines rules) {

    TableWords {
        if (!periods.keySet().containsAll(List.of(Period.Kind.values()))) {
            throw new IllegalArgumentException("periods must have WEEK, MONTH and YEAR");
        }
    }

    /**
     * How periods of one length are called.
     *
     * @param now the running one
     * @param soFar the mark on its table
     */
    record PeriodNames(String name, String now, String soFar) {}

    PeriodNames of(Period period) {
        return Objects.requireNonNull(periods.get(period.kind()));
    }

    /** Names of the terms. */
    record Terms(String onTime, String close, String firstPass, String tasks, String training) {
        String of(String key) {
            return switch (key) {
                case "onTime" -> onTime;
                case "close" -> close;
                case "firstPass" -> firstPass;
                case "tasks" -> tasks;
                case "training" -> training;
                default -> throw new IllegalArgumentException("no term " + key);
            };
        }
    }

    /** Names of what is taken off. */
    record DeductionNames(String overdue, String sentBack, String failedRecheck) {
        String of(String key) {
            return switch (key) {
                case "overdue" -> overdue;
                case "sentBack" -> sentBack;
                case "failedRecheck" -> failedRecheck;
                default -> throw new IllegalArgumentException("no deduction " + key);
            };
        }
    }

    /** How a code that is worse than by rank is explained. */
    record Reasons(
            String overdue,
            String yellows,
            String afterRed,
            String reds,
            String more,
            String join,
            String mark,
            String note,
            String notesMore) {
        String of(Reason reason) {
            var pattern = switch (reason.cause()) {
                case OVERDUE -> overdue;
                case YELLOWS -> yellows;
                case AFTER_RED -> afterRed;
            };
            return fill(pattern, Map.of("count", reason.count(), "days", reason.days()));
        }
    }

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
            String score,
            String term,
            String plus,
            String and,
            String deductions,
            String each,
            String eachMost,
            String spread,
            String groups,
            String ties,
            String minimum,
            String counts,
            String trend,
            String codes,
            String yellowOverdue,
            String redOverdue,
            String yellows,
            String afterRed,
            String overrides,
            String overridesJoin,
            String uncoded,
            String version) {}

    /** Puts values in place of {@code {name}}. */
    static String fill(String pattern, Map<String, ?> values) {
        var filled = pattern;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
        }
        return filled;
    }
}
