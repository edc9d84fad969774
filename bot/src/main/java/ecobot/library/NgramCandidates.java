package ecobot.library;

import ecobot.library.Query.Term;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By MySQL's ngram index. It is asked for pairs of Chinese characters only; a search without any goes by the tokens, for the parser has its own mind about
 * single characters, letters and stopwords.
 */
final class NgramCandidates implements Candidates {

    private final NgramIndex ngrams;
    private final Candidates tokens;

    NgramCandidates(NgramIndex ngrams, Candidates tokens) {
        this.ngrams = ngrams;
        this.tokens = tokens;
    }

    @Override
    public List<Candidate> all(Query query) {
        var wanted = expression(query);
        return wanted.isEmpty() ? tokens.all(query) : ngrams.matching(wanted);
    }

    @Override
    public List<Candidate> any(List<String> grams) {
        return grams.stream().allMatch(NgramCandidates::isHan)
                ? ngrams.matching(grams.stream().map(NgramCandidates::quoted).collect(Collectors.joining(" ")))
                : tokens.any(grams);
    }

    /** What MySQL is asked; empty when no term has anything that it can be asked for. */
    static String expression(Query query) {
        return query.terms().stream()
                .map(NgramCandidates::required)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String required(Term term) {
        if (term.synonyms().isEmpty()) {
            return term.typed().pieces().stream()
                    .filter(NgramCandidates::isHan)
                    .map(gram -> "+" + quoted(gram))
                    .collect(Collectors.joining(" "));
        }
        var words = Stream.concat(Stream.of(term.typed()), term.synonyms().stream())
                .map(word ->
                        word.pieces().stream().filter(NgramCandidates::isHan).findFirst())
                .toList();
        return words.stream().allMatch(java.util.Optional::isPresent)
                ? words.stream()
                        .map(word -> quoted(word.orElseThrow()))
                        .distinct()
                        .collect(Collectors.joining(" ", "+(", ")"))
                : "";
    }

    private static boolean isHan(String gram) {
        return gram.length() == 2
                && gram.chars().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static String quoted(String gram) {
        return '"' + gram + '"';
    }
}
