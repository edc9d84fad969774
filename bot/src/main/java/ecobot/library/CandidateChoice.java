package ecobot.library;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By the database's own Chinese index where it has one, by our tokens elsewhere. Decided at the first search. */
@Component
class CandidateChoice {

    private final TokenCandidates tokens;
    private final NgramIndex ngrams;
    private volatile @Nullable Candidates chosen;

    CandidateChoice(TokenCandidates tokens, NgramIndex ngrams) {
        this.tokens = tokens;
        this.ngrams = ngrams;
    }

    Candidates candidates() {
        var known = chosen;
        if (known == null) {
            known = ngrams.isThere() ? new NgramCandidates(ngrams, tokens) : tokens;
            chosen = known;
        }
        return known;
    }
}
