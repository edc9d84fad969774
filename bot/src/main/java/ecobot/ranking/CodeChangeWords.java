package ecobot.ranking;

/**
 * How changes of codes are told: {@code templates/ranking/code-change-words.yml}.
 *
 * @param none for a unit without a code
 * @param gone why a code is better
 * @param most how many units are listed
 */
record CodeChangeWords(String code, String none, String gone, int most) {
    static final String FILE = "ranking/code-change-words";
}
