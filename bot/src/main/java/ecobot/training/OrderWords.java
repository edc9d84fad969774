package ecobot.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words that may follow {@code /点课}: {@code templates/training/order-words.yml}.
 *
 * @param states how an order stands, with {@code {trainer}}, {@code {when}} and {@code {session}}
 * @param cancelled how one stands whose session was cancelled
 * @param withdrawn why a session is cancelled whose order was withdrawn, with {@code {unit}}
 */
record OrderWords(
        Map<Verb, List<String>> verbs,
        Map<Order.State, String> states,
        String cancelled,
        String anyTime,
        String audience,
        String withdrawn,
        String nobody) {

    static final String FILE = "training/order-words";

    /** What is to be done with an order. */
    enum Verb {
        TAKE,
        CONFIRM,
        RESCHEDULE,
        WITHDRAW,
        GIVE_BACK,
        YEAR
    }

    Optional<Verb> verb(String folded) {
        return verbs.entrySet().stream()
                .filter(verb -> verb.getValue().contains(folded))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
