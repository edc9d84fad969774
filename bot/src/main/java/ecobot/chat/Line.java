package ecobot.chat;

import ecobot.text.Folding;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A typed line, its slash and a mention before it taken off. Chinese keyboards put {@code ／} and {@code 、} on the slash's key, so these count as one too.
 *
 * @param slash whether it began with one
 * @param text the rest as typed
 * @param folded the rest folded, as long as {@code text}
 */
record Line(boolean slash, String text, String folded) {

    private static final String SLASHES = "/\\\u3001";
    private static final Pattern TOKEN_END = Pattern.compile("[^\\p{L}\\p{N}]");
    /** The platform takes the robot's own mention away; one that is typed or pasted letter by letter stays. */
    private static final Pattern TYPED_MENTION =
            Pattern.compile("^[@\uff20][^\\s\\p{Z}]{1,20}[\\s\\p{Z}]+(?=[^\\s\\p{Z}])");

    private static final Pattern AFTER_WORD = Pattern.compile("^[\\s:,]+");

    static Line of(String typed) {
        var text = TYPED_MENTION.matcher(Folding.visible(typed).strip()).replaceFirst("");
        boolean slash = !text.isEmpty() && SLASHES.indexOf(Folding.fold(text.charAt(0))) >= 0;
        var rest = slash ? text.substring(1).stripLeading() : text;
        return new Line(slash, rest, Folding.fold(rest));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The first run of letters and digits, folded. */
    String firstToken() {
        return TOKEN_END.split(folded, 2)[0];
    }

    /**
     * The command word that the line starts with.
     *
     * @param words folded, the longest first
     */
    Optional<Start> startOf(Collection<String> words) {
        return words.stream()
                .filter(folded::startsWith)
                .filter(this::mayStart)
                .findFirst()
                .map(word -> new Start(word, stands(word), after(word)));
    }

    /** Chinese needs no space after a word; without a slash, though, a single character is too little to go by. */
    private boolean mayStart(String word) {
        return stands(word)
                ? slash || word.length() > 1 || !isLatin(word)
                : !isLatin(word) && (slash || word.length() > 1);
    }

    /** Whether the word ends where the typed word ends. */
    private boolean stands(String word) {
        if (folded.length() == word.length()) {
            return true;
        }
        char next = folded.charAt(word.length());
        return isLatin(word) ? next < 'a' || next > 'z' : !Character.isLetter(next);
    }

    private String after(String word) {
        var rest = text.substring(word.length());
        var separator = AFTER_WORD.matcher(Folding.fold(rest));
        return (separator.find() ? rest.substring(separator.end()) : rest).strip();
    }

    private static boolean isLatin(String word) {
        char last = word.charAt(word.length() - 1);
        return last < 0x80 && Character.isLetterOrDigit(last);
    }

    /**
     * A recognised beginning.
     *
     * @param word the command's word, folded
     * @param alone whether something other than a letter follows it, so that it was surely meant as a word
     * @param arguments what follows, as typed, stripped
     */
    record Start(String word, boolean alone, String arguments) {}
}
