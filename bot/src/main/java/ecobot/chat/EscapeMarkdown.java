package ecobot.chat;

import ecobot.text.Folding;
import java.util.regex.Pattern;

/**
 * Makes words safe to stand anywhere in DingTalk Markdown: they can become no mention, link, heading, picture, list, quote or table, and stay
 * on one line. The platform documents no escape character, so what could be read as a mark is replaced by its full-width
 * look-alike, which reads naturally beside Chinese. Safe also when two values stand side by side.
 */
public final class EscapeMarkdown {

    private static final int FULL_WIDTH_OFFSET = 0xFEE0;
    private static final String ALWAYS = "\\`*_#[]()<>!~|@&";
    private static final Pattern SPACES = Pattern.compile("[\\s\\u0085\\u00A0\\u2028\\u2029]+");
    /** "- x", "---", "===" and a lone "-" would begin a list or a heading, as would "1. x". "-5" and "12.5" would not. */
    private static final Pattern LINE_START = Pattern.compile("^(?:[-+=]+|\\d*[.)])(?=\\s|$)");
    /** "http://", "dtmd://", and what the next value could complete to one. */
    private static final Pattern SCHEME = Pattern.compile(":(?=/|$)");

    private static final Pattern HOST = Pattern.compile("(?i)(?<=www)\\.");

    private EscapeMarkdown() {}

    /** The words as they may be put into Markdown. */
    public static String escape(String words) {
        var line = SPACES.matcher(Folding.visible(words)).replaceAll(" ").strip();
        return widen(HOST, widen(SCHEME, widen(LINE_START, widenMarks(line))));
    }

    private static String widenMarks(String line) {
        var out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            out.append(ALWAYS.indexOf(c) < 0 ? c : fullWidth(c));
        }
        return out.toString();
    }

    private static String widen(Pattern pattern, String line) {
        return pattern.matcher(line).replaceAll(found -> fullWidth(found.group()));
    }

    private static String fullWidth(String words) {
        return words.chars()
                .map(c -> Character.isDigit(c) ? c : fullWidth((char) c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static char fullWidth(char c) {
        return (char) (c + FULL_WIDTH_OFFSET);
    }
}
