package ecobot.library;

import ecobot.library.Query.Term;
import ecobot.library.Query.Word;
import java.util.Comparator;
import java.util.List;

/**
 * How well a material fits: title before tags before text, the word as typed before its pairs scattered, and that before a word that says the same.
 * At equal points the newer comes first; whatever is superseded comes last.
 */
final class Scoring {

    /** The best first. */
    static final Comparator<Scored> ORDER = Comparator.comparing((Scored scored) -> scored.doc.superseded())
            .thenComparing(Comparator.comparingInt(Scored::points).reversed())
            .thenComparing(
                    Comparator.comparing((Scored scored) -> scored.doc.day()).reversed())
            .thenComparing(
                    Comparator.comparingLong((Scored scored) -> scored.doc.id()).reversed());

    private static final int TITLE = 40;
    private static final int TAGS = 20;
    private static final int ONE_PIECE = 20;
    private static final int SCATTERED = 10;
    private static final int TYPED = 5;
    private static final int WHOLE_IN_TITLE = 8;
    private static final int WHOLE_IN_TEXT = 3;
    private static final int MOST_PERCENT = 60;

    private Scoring() {}

    /** Points of a material that has every term; 0 when it has not. */
    static int points(Query query, Doc doc) {
        int sum = 0;
        for (var term : query.terms()) {
            int points = points(term, doc);
            if (points == 0) {
                return 0;
            }
            sum += points;
        }
        return sum + whole(query, doc);
    }

    /** Points of a material that has most of the pairs; 0 when it has not. */
    static int points(Query.Pieces pieces, Doc doc) {
        if (!isMost(doc.marks().count(pieces.marks()), pieces)) {
            return 0;
        }
        int inTitle = 0;
        int anywhere = 0;
        for (var gram : pieces.grams()) {
            boolean title = doc.title().contains(gram);
            inTitle += title ? 1 : 0;
            anywhere += title || doc.tags().contains(gram) || doc.body().contains(gram) ? 1 : 0;
        }
        return isMost(anywhere, pieces) ? anywhere * 10 + inTitle : 0;
    }

    private static boolean isMost(int count, Query.Pieces pieces) {
        return count * 100 >= pieces.grams().size() * MOST_PERCENT;
    }

    private static int points(Term term, Doc doc) {
        int best = inOnePiece(term.typed(), doc);
        if (best < TITLE
                && term.typed().mayBeScattered()
                && doc.marks().mayHave(term.typed().marks())) {
            best = Math.max(best, scattered(term.typed().pieces(), doc));
        }
        if (best > 0) {
            best += TYPED;
        }
        for (var synonym : term.synonyms()) {
            best = Math.max(best, inOnePiece(synonym, doc));
        }
        return best;
    }

    private static int inOnePiece(Word word, Doc doc) {
        if (!doc.marks().mayHave(word.marks())) {
            return 0;
        } else if (doc.title().contains(word.text())) {
            return TITLE + ONE_PIECE;
        } else if (doc.tags().contains(word.text())) {
            return TAGS + ONE_PIECE;
        }
        return doc.body().contains(word.text()) ? ONE_PIECE : 0;
    }

    private static int scattered(List<String> pieces, Doc doc) {
        if (hasAll(doc.title(), pieces)) {
            return TITLE + SCATTERED;
        } else if (hasAll(doc.tags(), pieces)) {
            return TAGS + SCATTERED;
        }
        return hasAll(doc.body(), pieces) ? SCATTERED : 0;
    }

    private static boolean hasAll(String text, List<String> pieces) {
        for (var piece : pieces) {
            if (!text.contains(piece)) {
                return false;
            }
        }
        return true;
    }

    private static int whole(Query query, Doc doc) {
        if (query.terms().size() < 2) {
            return 0;
        }
        if (doc.title().contains(query.whole())) {
            return WHOLE_IN_TITLE;
        }
        return doc.body().contains(query.whole()) ? WHOLE_IN_TEXT : 0;
    }

    /** A material and how well it fits. */
    record Scored(Doc doc, int points) {}
}
