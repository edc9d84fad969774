package ecobot.report;

import ecobot.text.Folding;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How alike two short texts are: the share of neighbouring pairs of characters that they have in common. */
final class Likeness {

    private Likeness() {}

    /** From 0, nothing in common, to 1, the same; 0 when one of them has fewer than two letters. */
    static double of(String one, String two) {
        var first = pairs(one);
        var second = pairs(two);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        long common = first.stream().filter(second::contains).count();
        return 2.0 * common / (first.size() + second.size());
    }

    private static Set<String> pairs(String text) {
        var letters = Folding.fold(text)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return IntStream.range(0, letters.length() - 1)
                .mapToObj(i -> letters.substring(i, i + 2))
                .collect(Collectors.toSet());
    }
}
