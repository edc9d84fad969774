package ecobot.training;

import ecobot.text.Folding;
import ecobot.training.TrainingWords.Verb;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of the plan: a word and a number in either order, and the rest.
 *
 * @param verb null when none was said; likewise {@code number}
 */
record Wish(@Nullable Verb verb, @Nullable Long number, String rest) {

    private static final Pattern TOKEN = Pattern.compile("^\\s*(\\S+)");
    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,9})");
    private static final int PARTS = 2;

    static Wish in(String arguments, TrainingWords words) {
        Verb verb = null;
        Long number = null;
        var rest = arguments.strip();
        for (int i = 0; i < PARTS; i++) {
            var token = TOKEN.matcher(Folding.fold(rest));
            if (!token.find()) {
                break;
            }
            var numeric = NUMBER.matcher(token.group(1));
            var said = words.verb(token.group(1));
            if (number == null && numeric.matches()) {
                number = Long.valueOf(numeric.group(1));
            } else if (verb == null && said.isPresent()) {
                verb = said.get();
            } else {
                break;
            }
            rest = rest.substring(token.end()).strip();
        }
        return new Wish(verb, number, rest);
    }
}
