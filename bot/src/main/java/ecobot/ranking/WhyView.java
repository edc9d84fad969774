package ecobot.ranking;

import ecobot.issue.IssueMark;
import ecobot.issue.IssueMark.Mark;
import ecobot.ranking.PlaceView.Part;
import ecobot.ranking.TableView.RowView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A score term by term, with the numbers of the issues that cost something.
 *
 * @param place the unit's place and formula
 * @param posted whether the table was posted
 * @param detailed whether the asker may see the issues
 * @param deductions what was taken off
 * @param costly numbers of the issues that are overdue for long enough to make the code worse; empty when none do
 */
record WhyView(
        PlaceView place,
        boolean posted,
        boolean detailed,
        List<TermLine> terms,
        List<DeductionLine> deductions,
        String costly) {

    private static final int SHOWN = 8;

    /** A rate, and the issues that it lost by. */
    record TermLine(Part part, String issues) {}

    /** Points that were taken off, and for which issues. */
    record DeductionLine(String name, int count, int each, int points, boolean capped, String issues) {}

    // What the parts of the template that it shares with /排名 read.

    RowView row() {
        return place.row();
    }

    String formula() {
        return place.formula();
    }

    int weights() {
        return place.weights();
    }

    String leftOut() {
        return place.leftOut();
    }

    /** @param marks of the unit; null when the asker may not see them */
    static WhyView of(
            LeagueTable table, LeagueTable.Row row, TableWords words, boolean posted, @Nullable List<IssueMark> marks) {
        var place = PlaceView.of(table, row, "", words, List.of());
        var arithmetic = table.arithmetic(row);
        var known = marks == null ? List.<IssueMark>of() : marks;
        var counting = arithmetic.counting();
        var terms = new ArrayList<TermLine>();
        for (int i = 0; i < counting.size(); i++) {
            terms.add(new TermLine(
                    place.terms().get(i),
                    numbers(known, words, marksOf(counting.get(i).key()))));
        }
        var deductions = arithmetic.takenOff().stream()
                .map(deduction -> new DeductionLine(
                        words.deductions().of(deduction.key()),
                        deduction.count(),
                        deduction.each(),
                        deduction.points(),
                        deduction.points() < deduction.count() * deduction.each(),
                        numbers(known, words, marksOf(deduction.key()))))
                .toList();
        return new WhyView(place, posted, marks != null, terms, deductions, costly(row, known, words));
    }

    private static String costly(LeagueTable.Row row, List<IssueMark> marks, TableWords words) {
        return row.coding().reasons().stream()
                .filter(reason -> reason.cause() == Reason.Cause.OVERDUE)
                .findFirst()
                .map(reason -> numbers(
                        marks,
                        words,
                        mark -> mark == Mark.OVERDUE_VERY_LONG
                                || (reason.code() == Code.YELLOW && mark == Mark.OVERDUE_LONG)))
                .orElse("");
    }

    private static Predicate<Mark> marksOf(String key) {
        return switch (key) {
            case "onTime" -> mark -> mark == Mark.LATE || mark == Mark.UNCLOSED;
            case "close" -> mark -> mark == Mark.UNCLOSED;
            case "firstPass" -> mark -> mark == Mark.NOT_FIRST_PASSED;
            case "overdue" -> Mark::isOverdue;
            case "sentBack" -> mark -> mark == Mark.SENT_BACK;
            case "failedRecheck" -> mark -> mark == Mark.RECHECK_FAILED;
            default -> mark -> false;
        };
    }

    /** "12、15 等 11 件"; empty when there are none. */
    private static String numbers(List<IssueMark> marks, TableWords words, Predicate<Mark> wanted) {
        var numbers = marks.stream()
                .filter(mark -> wanted.test(mark.mark()))
                .map(IssueMark::number)
                .distinct()
                .sorted()
                .toList();
        var shown = numbers.stream()
                .limit(SHOWN)
                .map(String::valueOf)
                .collect(Collectors.joining(words.rules().and()));
        return numbers.size() <= SHOWN
                ? shown
                : TableWords.fill(words.reasons().more(), Map.of("numbers", shown, "count", numbers.size()));
    }
}
