package ecobot.issue;

import ecobot.text.Folding;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What people say around the numbers that a line begins with: 编号12, 第12号, 12和13.
 *
 * @param before what may stand before a number
 * @param after what may stand behind it
 * @param and what may stand between two
 */
record NumberWords(List<String> before, List<String> after, List<String> and) {

    /** The same with nothing but spaces between the numbers at the beginning; what follows them stays as it is. */
    String without(String typed) {
        var number = number();
        var numbers = new StringBuilder();
        var rest = typed;
        for (var found = number.matcher(Folding.fold(rest)); found.find(); found = number.matcher(Folding.fold(rest))) {
            numbers.append(found.group(1)).append(' ');
            rest = rest.substring(found.end());
        }
        return numbers.isEmpty() ? typed : numbers + rest.strip();
    }

    private Pattern number() {
        var marked = "(?:%s)?\\s*#?".formatted(anyOf(before));
        return Pattern.compile("^[\\s,#\u3001]*%s(\\d{1,18})(?:%s)?\\s*(?:(?:%s)\\s*(?=%s\\d)|(?=[\\s,#\u3001]|$))"
                .formatted(marked, anyOf(after), anyOf(and), marked));
    }

    private static String anyOf(List<String> words) {
        return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }
}
