package ecobot.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;

/**
 * The sheet of the arithmetic: a row a unit, for each term its numerator, denominator and points, for each deduction its count, then the score; and
 * formulas that work the score out again from the figures and the weights in the sheet. What the formulas stand beside are plain numbers, for
 * most phones show a workbook without calculating it.
 */
final class ArithmeticSheet {

    /** Rows: the hint, what each term weighs and each deduction costs, the most of it, the headings, the units. */
    private static final int HINT = 0;

    private static final int WEIGHTS = 1;
    private static final int MOST = 2;
    private static final int HEADINGS = 3;
    private static final int UNITS = 4;

    private static final int UNIT_WIDTH = 16;
    private static final int NUMBER_WIDTH = 10;
    private static final String GREY = "E7E9EA";

    /** Lifts what binary fractions put a little below a half, so that the sheet rounds as the table does. */
    private static final String A_LITTLE = "0.000000001";

    private final LeagueTable table;
    private final List<LeagueTable.Row> rows;
    private final TableWords names;
    private final WorkbookWords words;
    private final List<Score.Term> terms;
    private final List<Arithmetic.Deduction> deductions;

    ArithmeticSheet(LeagueTable table, List<LeagueTable.Row> rows, TableWords names, WorkbookWords words) {
        this.table = table;
        this.rows = rows;
        this.names = names;
        this.words = words;
        var nothing = Arithmetic.of(Figures.of(0, 0, 0, 0), table.rules());
        this.terms = nothing.terms().stream().filter(term -> term.weight() > 0).toList();
        this.deductions = nothing.deductions().stream()
                .filter(deduction -> deduction.each() > 0)
                .toList();
    }

    void fill(Worksheet sheet) {
        sheet.value(HINT, 0, words.hint());
        rules(sheet);
        var headings = headings();
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(HEADINGS, column, headings.get(column));
            sheet.width(column, NUMBER_WIDTH);
        }
        sheet.width(0, UNIT_WIDTH);
        sheet.range(HEADINGS, 0, HEADINGS, headings.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .set();
        for (int i = 0; i < rows.size(); i++) {
            unit(sheet, UNITS + i, rows.get(i));
        }
        sheet.freezePane(1, UNITS);
    }

    /** The weights and costs that the formulas refer to. */
    private void rules(Worksheet sheet) {
        sheet.value(WEIGHTS, 0, words.weight() + " / " + words.each());
        sheet.value(MOST, 0, words.most() + " / " + words.minimum());
        sheet.value(MOST, denominator(0), table.rules().minimum());
        for (int i = 0; i < terms.size(); i++) {
            sheet.value(WEIGHTS, points(i), terms.get(i).weight());
        }
        for (int i = 0; i < deductions.size(); i++) {
            sheet.value(WEIGHTS, count(i), deductions.get(i).each());
            sheet.value(MOST, count(i), deductions.get(i).most());
        }
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>();
        headings.add(names.columns().unit());
        for (var term : terms) {
            var name = Map.of("term", names.terms().of(term.key()));
            headings.add(TableWords.fill(words.numerator(), name));
            headings.add(TableWords.fill(words.denominator(), name));
            headings.add(TableWords.fill(words.points(), name));
        }
        for (var deduction : deductions) {
            headings.add(TableWords.fill(
                    words.count(), Map.of("deduction", names.deductions().of(deduction.key()))));
        }
        headings.addAll(List.of(words.mean(), words.deducted(), words.score(), words.recomputed(), words.agrees()));
        return headings;
    }

    private void unit(Worksheet sheet, int at, LeagueTable.Row row) {
        var arithmetic = table.arithmetic(row);
        sheet.value(at, 0, row.unit());
        for (int i = 0; i < terms.size(); i++) {
            var term = termOf(arithmetic, terms.get(i).key());
            sheet.value(at, numerator(i), term.numerator());
            sheet.value(at, denominator(i), term.denominator());
            if (term.counts()) {
                sheet.value(at, points(i), pointsOf(term));
            }
        }
        for (int i = 0; i < deductions.size(); i++) {
            sheet.value(
                    at,
                    count(i),
                    deductionOf(arithmetic, deductions.get(i).key()).count());
        }
        if (row.ranked()) {
            sheet.value(at, mean(), arithmetic.mean().orElse(null));
            sheet.value(at, mean() + 1, arithmetic.points());
            sheet.value(at, score(), row.score());
            sheet.style(at, score()).format("0.0").bold().set();
        }
        sheet.formula(at, score() + 1, recomputed(at));
        sheet.formula(at, score() + 2, agrees(at));
        sheet.range(at, score() + 1, at, score() + 2)
                .style()
                .fillColor(GREY)
                .format("0.0")
                .set();
    }

    private static BigDecimal pointsOf(Score.Term term) {
        return BigDecimal.valueOf((long) term.weight() * term.numerator())
                .divide(BigDecimal.valueOf(term.denominator()), 2, RoundingMode.HALF_UP);
    }

    /** The score from the figures: nothing when too little was due. Without "less than", which the library writes into the file as it is. */
    private String recomputed(int at) {
        var earned = new ArrayList<String>();
        var weights = new ArrayList<String>();
        for (int i = 0; i < terms.size(); i++) {
            var weight = fixed(points(i), WEIGHTS);
            earned.add("IF(%s>0,%s*%s/%s,0)"
                    .formatted(cell(denominator(i), at), weight, cell(numerator(i), at), cell(denominator(i), at)));
            weights.add("IF(%s>0,%s,0)".formatted(cell(denominator(i), at), weight));
        }
        var score = "ROUND(100*(%s)/(%s)+%s%s,1)".formatted(sum(earned), sum(weights), A_LITTLE, lessDeductions(at));
        return "IF(%s>%s,\"\",MAX(0,%s))".formatted(fixed(denominator(0), MOST), cell(denominator(0), at), score);
    }

    private String lessDeductions(int at) {
        var less = new StringBuilder();
        for (int i = 0; i < deductions.size(); i++) {
            var points = "%s*%s".formatted(cell(count(i), at), fixed(count(i), WEIGHTS));
            less.append('-')
                    .append(
                            deductions.get(i).most() == null
                                    ? points
                                    : "MIN(%s,%s)".formatted(points, fixed(count(i), MOST)));
        }
        return less.toString();
    }

    private String agrees(int at) {
        var score = cell(score(), at);
        var again = cell(score() + 1, at);
        return "IF(%s=\"\",\"\",IF(0.05>ABS(%s-%s),\"%s\",\"%s\"))"
                .formatted(again, again, score, words.agreed(), words.differs());
    }

    private static String sum(List<String> parts) {
        return parts.stream().collect(Collectors.joining("+"));
    }

    private static Score.Term termOf(Arithmetic arithmetic, String key) {
        return arithmetic.terms().stream()
                .filter(term -> term.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Arithmetic.Deduction deductionOf(Arithmetic arithmetic, String key) {
        return arithmetic.deductions().stream()
                .filter(deduction -> deduction.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static int numerator(int term) {
        return 1 + 3 * term;
    }

    private static int denominator(int term) {
        return numerator(term) + 1;
    }

    private static int points(int term) {
        return numerator(term) + 2;
    }

    private int count(int deduction) {
        return 1 + 3 * terms.size() + deduction;
    }

    private int mean() {
        return count(deductions.size());
    }

    private int score() {
        return mean() + 2;
    }

    private static String cell(int column, int row) {
        return column(column) + (row + 1);
    }

    private static String fixed(int column, int row) {
        return "$" + column(column) + "$" + (row + 1);
    }

    private static String column(int column) {
        var letter = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? letter : column(column / 26 - 1) + letter;
    }
}
