package ecobot.ranking;

import ecobot.ranking.Figures.Share;
import ecobot.ranking.Score.Term;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a score comes about: the weighted mean of the rates, less what is taken off, never below 0.
 *
 * @param terms all of them, those that do not count included
 * @param deductions all of them, those that take nothing off included
 */
record Arithmetic(List<Term> terms, List<Deduction> deductions) {

    Arithmetic {
        terms = List.copyOf(terms);
        deductions = List.copyOf(deductions);
    }

    /**
     * Points that are taken off.
     *
     * @param key stable word: {@code overdue}
     * @param most for all together; null without limit
     */
    record Deduction(
            String key, int count, int each, @Nullable Integer most) {
        int points() {
            long all = (long) count * each;
            return (int) Math.min(all, most == null ? 100 : most);
        }
    }

    static Arithmetic of(Figures figures, Rules rules) {
        var weights = rules.weights();
        var deductions = rules.deductions();
        return new Arithmetic(
                List.of(
                        new Term("onTime", weights.onTime(), figures.onTime(), figures.due()),
                        new Term("close", weights.close(), figures.closed(), figures.due()),
                        term("firstPass", weights.firstPass(), figures.firstPass()),
                        term("tasks", weights.tasks(), figures.tasks()),
                        term("training", weights.training(), figures.training())),
                List.of(
                        new Deduction("overdue", figures.overdue(), deductions.overdue(), deductions.overdueMost()),
                        new Deduction("sentBack", figures.sentBack(), deductions.sentBack(), null),
                        new Deduction("failedRecheck", figures.failedRechecks(), deductions.failedRecheck(), null)));
    }

    private static Term term(String key, int weight, Share share) {
        return new Term(key, weight, share.done(), share.of());
    }

    List<Term> counting() {
        return terms.stream().filter(Term::counts).toList();
    }

    /** Those with a weight and nothing to count. */
    List<Term> leftOut() {
        return terms.stream()
                .filter(term -> term.weight() > 0 && !term.counts())
                .toList();
    }

    List<Deduction> takenOff() {
        return deductions.stream().filter(deduction -> deduction.points() > 0).toList();
    }

    int points() {
        return deductions.stream().mapToInt(Deduction::points).sum();
    }

    /** Out of 100, before anything is taken off; empty when no term counts. */
    Optional<BigDecimal> mean() {
        return Score.of(terms);
    }

    /** Empty when no term counts. */
    Optional<BigDecimal> score() {
        return mean().map(mean ->
                mean.subtract(BigDecimal.valueOf(points())).max(BigDecimal.ZERO).setScale(1));
    }
}
