package ecobot.ranking;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The weighted mean of rates, out of 100, rounded half up to one decimal: what is shown is what is compared. Computed in
 * whole numbers, so that it is the same everywhere.
 */
final class Score {

    private Score() {}

    /**
     * One rate and what it is worth.
     *
     * @param key stable word: {@code onTime}
     */
    record Term(String key, int weight, int numerator, int denominator) {
        Term {
            if (weight < 0 || numerator < 0 || numerator > Math.max(denominator, 0)) {
                throw new IllegalArgumentException("no rate: " + key + " " + numerator + "/" + denominator);
            }
        }

        /** A rate of nothing says nothing: it is left out, and its weight is spread over the others. */
        boolean counts() {
            return denominator > 0 && weight > 0;
        }
    }

    /** Empty when no term counts. */
    static Optional<BigDecimal> of(List<Term> terms) {
        var counting = terms.stream().filter(Term::counts).toList();
        if (counting.isEmpty()) {
            return Optional.empty();
        }
        var weights = counting.stream().mapToLong(Term::weight).sum();
        var common = counting.stream().map(t -> big(t.denominator())).reduce(BigInteger.ONE, BigInteger::multiply);
        var earned = counting.stream()
                .map(t -> common.divide(big(t.denominator())).multiply(big((long) t.weight() * t.numerator())))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return Optional.of(new BigDecimal(earned.multiply(big(100)))
                .divide(new BigDecimal(common.multiply(big(weights))), 1, RoundingMode.HALF_UP));
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }
}
