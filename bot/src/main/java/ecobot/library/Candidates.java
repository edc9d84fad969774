package ecobot.library;

import java.util.List;

/**
 * Asks the database which materials may fit. It may answer some that do not, never leave out one that does: what fits and how well is decided
 * by {@link Scoring}, so that the answers do not depend on the database.
 */
interface Candidates {

    /** Those that may have every term. */
    List<Candidate> all(Query query);

    /** Those that may have some of these pairs. */
    List<Candidate> any(List<String> grams);

    /** @param version of the entry in the index; grows with every change */
    record Candidate(long materialId, long version) {}
}
