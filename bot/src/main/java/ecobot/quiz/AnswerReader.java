package ecobot.quiz;

import ecobot.text.Folding;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Understands an answer as people type it: by letter, by number, by the option's own words, or by letter and words. */
final class AnswerReader {

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> options;
    private final List<String> before;

    /**
     * @param options as shown, the first is A
     * @param before words that may stand before an answer, folded
     */
    AnswerReader(List<String> options, List<String> before) {
        this.options = options;
        this.before = before;
    }

    /** The position of the option that is meant, from 0; empty when it is none or not clear which. */
    OptionalInt read(String typed) {
        var asIs = readPlain(typed);
        if (asIs.isPresent()) {
            return asIs;
        }
        var bare = bare(typed);
        return before.stream()
                .filter(word -> bare.length() > word.length() && bare.startsWith(word))
                .map(word -> readPlain(bare.substring(word.length())))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    /** The option whose own words these are: an option that is a number is meant before the position of that number. */
    OptionalInt readWords(String typed) {
        var exact = only(typed, text -> Folding.fold(text).strip());
        return exact.isPresent() ? exact : only(typed, AnswerReader::bare);
    }

    private OptionalInt readPlain(String typed) {
        var words = readWords(typed);
        if (words.isPresent()) {
            return words;
        }
        var bare = bare(typed);
        if (bare.isEmpty()) {
            return OptionalInt.empty();
        }
        var marked = marked(bare.charAt(0));
        return bare.length() == 1 || marked.isEmpty() || isWordsOf(marked.getAsInt(), bare.substring(1))
                ? marked
                : OptionalInt.empty();
    }

    private OptionalInt only(String typed, Function<String, String> form) {
        var wanted = form.apply(typed);
        var same = IntStream.range(0, options.size())
                .filter(i -> !wanted.isEmpty() && form.apply(options.get(i)).equals(wanted))
                .toArray();
        return same.length == 1 ? OptionalInt.of(same[0]) : OptionalInt.empty();
    }

    private OptionalInt marked(char mark) {
        int option = mark >= '1' && mark <= '9' ? mark - '1' : Letters.option(mark);
        return option >= 0 && option < options.size() ? OptionalInt.of(option) : OptionalInt.empty();
    }

    private boolean isWordsOf(int option, String bare) {
        return bare(options.get(option)).equals(bare);
    }

    private static String bare(String text) {
        return NO_LETTER_OR_DIGIT.matcher(Folding.fold(text)).replaceAll("");
    }
}
