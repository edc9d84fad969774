package ecobot.issue;

import java.util.List;

/**
 * {@code templates/issue/urgent.yml}.
 *
 * @param words what makes a nudge urgent, when one of them stands in it
 */
record UrgentWords(List<String> words) {

    boolean isUrgent(String said) {
        return words.stream().anyMatch(said::contains);
    }
}
