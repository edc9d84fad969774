package ecobot.text;

import com.ibm.icu.text.Transliterator;

/**
 * Brings the ways of typing one thing together: full-width to half-width, traditional to simplified, upper to lower case, every kind of
 * space to a plain one, the phone keyboard's quotes and dashes to ASCII. Works character by character, so that positions in the folded text
 * are positions in the original. For comparing only: what a person typed is kept as typed.
 */
public final class Folding {

    private static final int FULL_WIDTH_OFFSET = 0xFEE0;
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    /** Answers of the transliterator, which is slow; 0 is "not asked yet". Writing a char twice does no harm. */
    private static final char[] KNOWN = new char[Character.MAX_VALUE + 1];

    private Folding() {}

    /** The folded form; as long as {@code text}. */
    public static String fold(String text) {
        var folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(text.charAt(i));
        }
        return new String(folded);
    }

    /** The folded form of one character. */
    public static char fold(char c) {
        return Character.toLowerCase(isHan(c) ? simplified(c) : halfWidth(c));
    }

    /** Takes out what nobody sees: zero-width characters, marks of writing direction and control characters except line ends and tabs. */
    public static String visible(String text) {
        return text.codePoints()
                .filter(Folding::isVisible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static boolean isHan(char c) {
        return c >= 0x3400 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF;
    }

    private static char simplified(char c) {
        if (KNOWN[c] == 0) {
            // Twice, for a few characters are the simplified form of one and the traditional form of another.
            KNOWN[c] = simplifiedOnce(simplifiedOnce(c));
        }
        return KNOWN[c];
    }

    private static char simplifiedOnce(char c) {
        var answer = SIMPLIFIED.transliterate(String.valueOf(c));
        return answer.length() == 1 ? answer.charAt(0) : c;
    }

    private static char halfWidth(char c) {
        if (c > 0xFF00 && c < 0xFF5F) {
            return (char) (c - FULL_WIDTH_OFFSET);
        }
        return switch (c) {
            case '\n' -> '\n';
            case '\u3002' -> '.';
            case '\u201C', '\u201D' -> '"';
            case '\u2018', '\u2019' -> '\'';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
            default -> isSpace(c) ? ' ' : c;
        };
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
