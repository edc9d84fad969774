package ecobot.inbox;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** A code that a person can read out and an operator can find in the log, such as {@code E-7F3K}. */
final class ErrorCode {

    /** Without the letters that look like digits. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 4;

    private ErrorCode() {}

    static String next() {
        return ThreadLocalRandom.current()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining("", "E-", ""));
    }
}
