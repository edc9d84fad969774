package ecobot.quiz;

/** Options are shown as A, B, C, D. */
final class Letters {

    private Letters() {}

    static String of(int option) {
        return String.valueOf((char) ('A' + option));
    }

    /** @param letter folded */
    static int option(char letter) {
        return letter - 'a';
    }
}
