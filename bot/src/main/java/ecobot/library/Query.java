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
        return terms.stream()
                .flatMap(term -> Grams.of(term.typed()).stream())
                .distinct()
                .toList();
    }

    /**
     * One word, or another that says the same.
     *
     * @param typed plain
     * @param synonyms plain; without {@code typed}
     */
    record Term(String typed, List<String> synonyms) {

        Term {
            synonyms = List.copyOf(synonyms);
        }
    }
}
