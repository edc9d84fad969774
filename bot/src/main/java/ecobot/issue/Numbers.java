package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.chat.UserMistake;
import ecobot.text.Folding;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the numbers of issues out of what people type: 12, #12, 编号12; or out of the bot's message that they answer. */
final class Numbers {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern MARKED = Pattern.compile("#(\\d{1,18})");

    private Numbers() {}

    /** All numbers in a folded text, in order. */
    static List<Long> in(String folded) {
        return NUMBER.matcher(folded)
                .results()
                .map(found -> Long.valueOf(found.group()))
                .distinct()
                .toList();
    }

    /**
     * The one number that is asked for: typed, or that of the message that is quoted. A message about several, such as a digest, names none.
     *
     * @throws UserMistake when there is none
     */
    static long one(CommandCall call) {
        var typed = in(call.folded());
        return typed.isEmpty() ? quoted(call) : typed.get(0);
    }

    private static long quoted(CommandCall call) {
        var quoted = call.message().quoted();
        var lines = Folding.fold(quoted == null ? "" : quoted.text()).strip();
        var heading = marked(lines.lines().findFirst().orElse(""));
        var all = heading.isEmpty() ? marked(lines) : heading;
        if (all.isEmpty() || (heading.isEmpty() && all.size() > 1)) {
            throw UserMistake.of("issue/number-missing", Map.of());
        }
        return all.get(0);
    }

    private static List<Long> marked(String text) {
        return MARKED.matcher(text)
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .distinct()
                .toList();
    }
}
