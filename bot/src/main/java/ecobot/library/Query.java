package ecobot.library;

import java.util.List;

/**
 * What somebody looks for.
 *
 * @param terms all of them have to be there
 * @param whole what was typed, plain, without spaces
 */
record Query(List<Term> terms, String whole) {

    Query {
        terms = List.copyOf(terms);
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Pairs of everything typed, for a second try that asks for most of them only. */
    List<String> grams() {
        return terms.stream().flatMap(term -> term.pieces().stream()).distinct().toList();
    }

    /**
     * One word, or another that says the same.
     *
     * @param typed plain
     * @param synonyms plain; without {@code typed}
     * @param pieces its pairs
     */
    record Term(String typed, List<String> synonyms, List<String> pieces) {

        Term(String typed, List<String> synonyms) {
            this(typed, List.copyOf(synonyms), Grams.of(typed));
        }

        /** Whether it may lie in pieces; those of a number are another number. */
        boolean mayBeScattered() {
            return typed.length() > 2 && typed.chars().noneMatch(Character::isDigit);
        }
    }
}
