package ecobot.deadline;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Reads the numbers from 0 to 999 that people write in Arabic digits, and those to 99 that they write in Chinese ones. */
final class ChineseNumber {

    private final String digits;
    private final String ten;
    private final Map<String, String> same;
    private final List<String> ranges;

    /**
     * @param digits the ten digits in order, from zero
     * @param ten the word for ten
     * @param same other characters for digits, each with the one that it stands for
     * @param ranges the pairs of digits that mean "so many or so many"
     */
    ChineseNumber(String digits, String ten, Map<String, String> same, List<String> ranges) {
        this.digits = digits;
        this.ten = ten;
        this.same = Map.copyOf(same);
        this.ranges = List.copyOf(ranges);
    }

    /** All characters that a Chinese number may be made of, for a pattern. */
    String characters() {
        return digits + ten + String.join("", same.keySet());
    }

    /** The number, or -1 when it is none. */
    int parse(String words) {
        return parse(words, this::digit);
    }

    /** How many at most: as {@link #parse}, and of 两三 the larger; -1 when it is no number. */
    int atMost(String words) {
        return parse(words, this::largerDigit);
    }

    private int parse(String words, ToIntFunction<String> digit) {
        if (words.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return words.isEmpty() || words.length() > 9 ? -1 : Integer.parseInt(words);
        }
        int at = words.indexOf(ten);
        if (at < 0) {
            return digit.applyAsInt(words);
        }
        var before = words.substring(0, at);
        var after = words.substring(at + ten.length());
        int tens = before.isEmpty() ? 1 : digit.applyAsInt(before);
        int ones = after.isEmpty() ? 0 : digit.applyAsInt(after);
        return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
    }

    private int digit(String word) {
        var digit = same.getOrDefault(word, word);
        return digit.length() == 1 ? digits.indexOf(digit) : -1;
    }

    private int largerDigit(String words) {
        var plain = words.chars()
                .mapToObj(Character::toString)
                .map(word -> same.getOrDefault(word, word))
                .collect(Collectors.joining());
        return digit(ranges.contains(plain) ? plain.substring(1) : words);
    }
}
