package ecobot.library;

import ecobot.library.Query.Term;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** By our own tokens, on every database. */
@Component
class TokenCandidates implements Candidates {

    private final IndexMapper index;

    TokenCandidates(IndexMapper index) {
        this.index = index;
    }

    @Override
    public List<Candidate> all(Query query) {
        return index.matching(
                query.terms().stream().map(TokenCandidates::required).collect(Collectors.joining(" ")));
    }

    @Override
    public List<Candidate> any(List<String> grams) {
        return index.matching(grams.stream().map(Grams::token).collect(Collectors.joining(" ")));
    }

    /** Every pair of the word; of a word with synonyms one pair each, for the index's language has no "all of these or all of those". */
    private static String required(Term term) {
        if (term.synonyms().isEmpty()) {
            return term.typed().pieces().stream()
                    .map(gram -> "+" + Grams.token(gram))
                    .collect(Collectors.joining(" "));
        }
        return Stream.concat(Stream.of(term.typed()), term.synonyms().stream())
                .map(word -> word.pieces().get(0))
                .distinct()
                .map(Grams::token)
                .collect(Collectors.joining(" ", "+(", ")"));
    }
}
