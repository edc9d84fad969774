package ecobot.delivery;

import ecobot.chat.CommandCall;
import ecobot.chat.UserMistake;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What follows the command's word: a number, what to do, and a part of the names that it is meant for, in any order.
 *
 * @param number null when none was typed
 * @param names folded; empty for all
 */
record Asked(@Nullable Long number, Deed deed, List<String> names) {

    /** A number, also as {@code #12} or with the word for number behind it, or a word; a number needs no spaces around it. */
    private static final Pattern WORD = Pattern.compile("#?(\\d{1,9})\u53f7?|[^\\s,#\u3001\\d]+");

    /** What to do with the post. */
    enum Deed {
        SHOW,
        RESEND,
        REPEAT,
        ARRIVED
    }

    static Asked of(CommandCall call, DeliveryWords words) {
        var all = WORD.matcher(call.folded())
                .results()
                .map(found -> found.group(1) == null ? found.group() : found.group(1))
                .toList();
        var numbers = all.stream().filter(word -> word.matches("\\d{1,9}")).toList();
        var deeds = all.stream()
                .map(word -> deed(word, words))
                .filter(deed -> deed != Deed.SHOW)
                .distinct()
                .toList();
        var names = all.stream()
                .filter(word -> !numbers.contains(word) && deed(word, words) == Deed.SHOW)
                .toList();
        if (numbers.size() > 1 || deeds.size() > 1 || (numbers.isEmpty() && !all.isEmpty())) {
            throw UserMistake.of("delivery/result-how", Map.of());
        }
        return new Asked(
                numbers.isEmpty() ? null : Long.valueOf(numbers.get(0)),
                deeds.isEmpty() ? Deed.SHOW : deeds.get(0),
                names);
    }

    private static Deed deed(String word, DeliveryWords words) {
        if (words.isResend(word)) {
            return Deed.RESEND;
        }
        if (words.isRepeat(word)) {
            return Deed.REPEAT;
        }
        return words.isArrived(word) ? Deed.ARRIVED : Deed.SHOW;
    }
}
