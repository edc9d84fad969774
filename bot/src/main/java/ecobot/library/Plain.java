package ecobot.library;

import ecobot.text.Folding;
import java.util.Arrays;

/**
 * Text as it is searched: folded, letters and digits only; marks of emphasis vanish, every other run of characters is one space. A point between two digits
 * stays, as in PM2.5.
 */
final class Plain {

    private final String text;
    private final int[] positions;

    private Plain(String text, int[] positions) {
        this.text = text;
        this.positions = positions;
    }

    static String of(String text) {
        return at(text).text;
    }

    /** Remembers where each character came from. */
    static Plain at(String original) {
        var folded = Folding.fold(original);
        var out = new StringBuilder(folded.length());
        var positions = new int[folded.length() + 1];
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (counts(c) || c == '.' && between(folded, i)) {
                positions[out.length()] = i;
                out.append(c);
            } else if (c != '*' && !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                positions[out.length()] = i;
                out.append(' ');
            }
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        return new Plain(out.toString(), Arrays.copyOf(positions, out.length()));
    }

    String text() {
        return text;
    }

    /** Where the character at {@code position} stands in the original. */
    int original(int position) {
        return positions[position];
    }

    private static boolean counts(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static boolean between(String text, int i) {
        return i > 0 && i + 1 < text.length() && isDigit(text.charAt(i - 1)) && isDigit(text.charAt(i + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
