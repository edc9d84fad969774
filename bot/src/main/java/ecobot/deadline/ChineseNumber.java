package ecobot.deadline;

import java.util.Map;

/** Reads the numbers from 0 to 999 that people write in Arabic digits, and those to 99 that they write in Chinese ones. */
final class ChineseNumber {

    private final String digits;
    private final String ten;
    private final Map<String, String> same;

    /**
     * @param digits the ten digits in order, from zero
     * @param ten the word for ten
     * @param same other characters for digits, each with the one that it stands for
     */
    ChineseNumber(String digits, String ten, Map<String, String> same) {
        this.digits = digits;
        this.ten = ten;
        this.same = Map.copyOf(same);
    }

    /** All characters that a Chinese number may be made of, for a pattern. */
    String characters() {
        return digits + ten + String.join("", same.keySet());
    }

    /** The number, or -1 when it is none. */
    int parse(String words) {
        if (words.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return words.isEmpty() || words.length() > 9 ? -1 : Integer.parseInt(words);
        }
        int at = words.indexOf(ten);
        if (at < 0) {
            return words.length() == 1 ? digit(words) : -1;
        }
        var before = words.substring(0, at);
        var after = words.substring(at + ten.length());
        int tens = before.isEmpty() ? 1 : digit(before);
        int ones = after.isEmpty() ? 0 : digit(after);
        return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
    }

    private int digit(String word) {
        var digit = same.getOrDefault(word, word);
        return digit.length() == 1 ? digits.indexOf(digit) : -1;
    }
}
