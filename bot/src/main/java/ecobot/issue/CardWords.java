package ecobot.issue;

import ecobot.issue.Issue.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code templates/issue/card.yml}: the buttons of an issue's card, at most three.
 *
 * @param buttons by the state that the issue is in; a state that is missing has those of {@code otherwise}
 * @param otherwise also where the issue is no longer with the group's unit
 */
record CardWords(Map<State, List<Press>> buttons, List<Press> otherwise) {

    /** @param says a command, with {@code {number}} where the issue's number belongs */
    record Press(String label, String says) {
        String of(long number) {
            return says.replace("{number}", Long.toString(number));
        }
    }

    List<Press> in(State state) {
        return Optional.ofNullable(buttons.get(state)).orElse(otherwise);
    }
}
