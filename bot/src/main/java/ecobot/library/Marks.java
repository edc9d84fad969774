package ecobot.library;

import java.util.List;

/**
 * Which characters and pairs a text has, a bit for each: two may share one, so a mark that is there promises nothing, but one that is missing
 * spares looking through the text.
 */
final class Marks {

    private static final int BITS = 8192;

    private final long[] marks = new long[BITS / Long.SIZE];

    static Marks of(String... plains) {
        var marks = new Marks();
        for (var plain : plains) {
            for (int i = 0; i < plain.length(); i++) {
                marks.set(bit(plain.charAt(i), '\0'));
                if (i + 1 < plain.length()) {
                    marks.set(bit(plain.charAt(i), plain.charAt(i + 1)));
                }
            }
        }
        return marks;
    }

    /** Bits of single characters and pairs. */
    static int[] bits(List<String> grams) {
        return grams.stream()
                .mapToInt(gram -> bit(gram.charAt(0), gram.length() > 1 ? gram.charAt(1) : '\0'))
                .toArray();
    }

    /** False when at least one of them is certainly missing. */
    boolean mayHave(int[] bits) {
        for (int bit : bits) {
            if (!has(bit)) {
                return false;
            }
        }
        return true;
    }

    /** How many of them may be there. */
    int count(int[] bits) {
        int count = 0;
        for (int bit : bits) {
            count += has(bit) ? 1 : 0;
        }
        return count;
    }

    private boolean has(int bit) {
        return (marks[bit / Long.SIZE] & 1L << bit % Long.SIZE) != 0;
    }

    private void set(int bit) {
        marks[bit / Long.SIZE] |= 1L << bit % Long.SIZE;
    }

    private static int bit(char first, char second) {
        int mixed = (first * 0x9E3779B1 ^ second) * 0x85EBCA6B;
        return mixed >>> 19;
    }
}
