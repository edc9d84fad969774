package ecobot.text;

import java.util.List;

/** Small questions about typed text. */
public final class Text {

    private Text() {}

    /** Whether a word may end before this character: a space or a mark of punctuation. */
    public static boolean isBreak(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || isPunctuation(c);
    }

    /** Whether the part of {@code text} is a word of its own. */
    public static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || isBreak(text.charAt(start - 1))) && (end == text.length() || isBreak(text.charAt(end)));
    }

    /** The text with a part blanked out; as long as before. */
    public static String blank(String text, int start, int end) {
        return text.substring(0, start) + " ".repeat(end - start) + text.substring(end);
    }

    /** The text with every occurrence of the words blanked out; as long as before. */
    public static String blankAll(String text, List<String> words) {
        var result = text;
        for (var word : words) {
            result = result.replace(word, " ".repeat(word.length()));
        }
        return result;
    }

    private static boolean isPunctuation(char c) {
        return switch (Character.getType(c)) {
            case Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> false;
        };
    }
}
