package ecobot.library;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** By the database's own Chinese index where it has one, by our tokens elsewhere. Decided at the start, before there are searches. */
@Component
@Order(50)
class CandidateChoice implements ApplicationRunner {

    private final TokenCandidates tokens;
    private final NgramIndex ngrams;
    private volatile Candidates chosen;

    CandidateChoice(TokenCandidates tokens, NgramIndex ngrams) {
        this.tokens = tokens;
        this.ngrams = ngrams;
        this.chosen = tokens;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (ngrams.isThere()) {
            chosen = new NgramCandidates(ngrams, tokens);
        }
    }

    Candidates candidates() {
        return chosen;
    }
}
