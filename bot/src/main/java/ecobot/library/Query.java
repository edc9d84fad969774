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
    Pieces pieces() {
        return Pieces.of(terms.stream()
                .flatMap(term -> term.typed().pieces().stream())
                .distinct()
                .toList());
    }

    /**
     * One word, or another that says the same.
     *
     * @param synonyms without {@code typed}
     */
    record Term(Word typed, List<Word> synonyms) {

        Term(String typed, List<String> synonyms) {
            this(new Word(typed), synonyms.stream().map(Word::new).toList());
        }
    }

    /**
     * A word, plain.
     *
     * @param pieces its pairs
     * @param marks of these
     */
    record Word(String text, List<String> pieces, int[] marks) {

        Word(String text) {
            this(text, Grams.of(text), Marks.bits(Grams.of(text)));
        }

        /** Whether it may lie in pieces; those of a number are another number. */
        boolean mayBeScattered() {
            return text.length() > 2 && text.chars().noneMatch(Character::isDigit);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Pairs, and the marks of each. */
    record Pieces(List<String> grams, int[] marks) {

        static Pieces of(List<String> grams) {
            return new Pieces(grams, Marks.bits(grams));
        }
    }
}
