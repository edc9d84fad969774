package ecobot.library;

import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Single characters and pairs of neighbours, of plain text. The database's index gets them in hex: it leaves out words of fewer than three
 * letters and some English ones, and no hex of four or eight letters is among those.
 */
final class Grams {

    private static final HexFormat HEX = HexFormat.of();

    private Grams() {}

    /** Every token of a text once, for the index. */
    static Set<String> tokens(String plain) {
        var tokens = new LinkedHashSet<String>();
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) != ' ') {
                tokens.add(token(plain.substring(i, i + 1)));
                if (i + 1 < plain.length() && plain.charAt(i + 1) != ' ') {
                    tokens.add(token(plain.substring(i, i + 2)));
                }
            }
        }
        return tokens;
    }

    /** The pairs of a word; the word itself when it is a single character. */
    static List<String> of(String word) {
        return word.length() < 2
                ? List.of(word)
                : IntStream.range(0, word.length() - 1)
                        .mapToObj(i -> word.substring(i, i + 2))
                        .distinct()
                        .toList();
    }

    static String token(String gram) {
        var token = new StringBuilder(8);
        for (int i = 0; i < gram.length(); i++) {
            token.append(HEX.toHexDigits(gram.charAt(i)));
        }
        return token.toString();
    }
}
