package ecobot.issue;

import ecobot.chat.CommandCall;
import ecobot.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What follows the word of a command that moves issues: their numbers first, then words. Without numbers, the one in the message that is
 * quoted.
 */
record MoveArguments(List<Long> numbers, String text) {

    /** A number with what may stand before it, and what ends it: a space, a comma, the end. */
    private static final Pattern NUMBER = Pattern.compile("^[\\s,#\u3001]*(\\d{1,18})(?=[\\s,#\u3001]|$)");

    /** A number that words follow without a space. */
    private static final Pattern GLUED = Pattern.compile("^[\\s#]*(\\d{1,18})(?=\\P{N})");

    private static final Pattern MARKED = Pattern.compile("#(\\d{1,18})");

    static MoveArguments of(CommandCall call) {
        return of(call, call.arguments());
    }

    /** @param arguments what is left of the call's once the command has taken out its own words */
    static MoveArguments of(CommandCall call, String arguments) {
        var rest = arguments.strip();
        var numbers = new ArrayList<Long>();
        for (int end = numberEnd(rest, NUMBER, numbers); end > 0; end = numberEnd(rest, NUMBER, numbers)) {
            rest = rest.substring(end);
        }
        var quoted = quoted(call);
        if (numbers.isEmpty() && quoted.isEmpty()) {
            rest = rest.substring(numberEnd(rest, GLUED, numbers));
        }
        return new MoveArguments(
                numbers.isEmpty() ? quoted : numbers.stream().distinct().toList(), withoutLeadingMarks(rest));
    }

    /** Where the number at the beginning ends; 0 when there is none. */
    private static int numberEnd(String text, Pattern pattern, List<Long> numbers) {
        var matcher = pattern.matcher(Folding.fold(text));
        if (!matcher.find()) {
            return 0;
        }
        numbers.add(Long.valueOf(matcher.group(1)));
        return matcher.end();
    }

    private static List<Long> quoted(CommandCall call) {
        var quoted = call.message().quoted();
        var marked = MARKED.matcher(quoted == null ? "" : Folding.fold(quoted.text()));
        return marked.find() ? List.of(Long.valueOf(marked.group(1))) : List.of();
    }

    private static String withoutLeadingMarks(String text) {
        return text.replaceAll("^[\\s,:;.\uFF0C\uFF1A\uFF1B\u3002\u3001]+", "").strip();
    }
}
