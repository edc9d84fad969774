package ecobot.library;

import ecobot.chat.EscapeMarkdown;
import ecobot.library.Query.Term;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The piece of a material around what was looked for, as Markdown, with what was found in bold. */
final class Passage {

    private static final int BEFORE = 24;
    private static final int CLAUSE = 12;
    private static final int AFTER = 44;
    private static final String ELLIPSIS = "\u2026";
    private static final String SENTENCE_ENDS = "\u3002\uff1b\uff01\uff1f\n";
    private static final String CLAUSE_ENDS = "\uff0c\uff1a";

    private Passage() {}

    /** The piece of {@code text} with the first match; its beginning when there is none. */
    static String of(String text, Query query) {
        var plain = Plain.at(text);
        var match = words(plain, query).stream()
                .map(word -> Match.in(plain, word))
                .filter(Match::isThere)
                .findFirst();
        int at = match.map(Match::start).orElse(0);
        int start = start(text, at);
        int end = Math.min(text.length(), Math.max(at, start) + AFTER);
        var piece = text.substring(start, end);
        return (start > 0 ? ELLIPSIS : "") + marked(piece, query) + (end < text.length() ? ELLIPSIS : "");
    }

    /** A whole text with every match in bold, on one line. */
    static String marked(String text, Query query) {
        var clean = text.replaceAll("(?m)^\\s*(?:#{1,6}|[-+>])(?:\\s+|$)", "")
                .replace("*", "")
                .replace("|", " ");
        var plain = Plain.at(clean);
        var bold = new boolean[clean.length()];
        for (var word : words(plain, query)) {
            for (int i = plain.text().indexOf(word); i >= 0; i = plain.text().indexOf(word, i + 1)) {
                Arrays.fill(bold, plain.original(i), plain.original(i + word.length() - 1) + 1, true);
            }
        }
        return pieces(clean, bold);
    }

    private static String pieces(String text, boolean[] bold) {
        var out = new StringBuilder();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || bold[i] != bold[from]) {
                var piece = EscapeMarkdown.escape(text.substring(from, i));
                out.append(bold[from] && !piece.isEmpty() ? "**" + piece + "**" : piece);
                from = i;
            }
        }
        return out.toString();
    }

    /** The longest first; of a word that stands nowhere in one piece, its pairs. */
    private static List<String> words(Plain plain, Query query) {
        return query.terms().stream()
                .flatMap(term -> {
                    var whole = all(term).filter(plain.text()::contains).toList();
                    return (whole.isEmpty() ? term.typed().pieces() : whole).stream();
                })
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static Stream<String> all(Term term) {
        return Stream.concat(Stream.of(term.typed()), term.synonyms().stream()).map(Query.Word::text);
    }

    /** The beginning of the sentence when it is near, else of the clause. */
    private static int start(String text, int at) {
        int nearest = Math.max(0, at - BEFORE);
        int sentence = after(SENTENCE_ENDS, text, nearest, at);
        int clause = after(CLAUSE_ENDS, text, Math.max(0, at - CLAUSE), at);
        return Math.max(sentence, clause) < 0 ? Math.max(0, at - CLAUSE) : sentence >= 0 ? sentence : clause;
    }

    /** Behind the last of {@code ends} between two positions; -1 when there is none. */
    private static int after(String ends, String text, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (ends.indexOf(text.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return from == 0 ? 0 : -1;
    }

    private record Match(int start) {

        static Match in(Plain plain, String word) {
            int at = plain.text().indexOf(word);
            return new Match(at < 0 ? -1 : plain.original(at));
        }

        boolean isThere() {
            return start >= 0;
        }
    }
}
