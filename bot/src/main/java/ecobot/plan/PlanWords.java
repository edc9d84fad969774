package ecobot.plan;

import ecobot.text.Folding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What may follow the commands of this room: {@code templates/plan/plan-words.yml}, folded.
 *
 * @param verbs what is to be done with a schedule
 * @param next words for "the next time", which mean nothing more
 * @param here words for "this group"
 * @param none words for "no group"
 */
record PlanWords(Map<Verb, List<String>> verbs, List<String> next, List<String> here, List<String> none) {

    private static final Pattern AFTER_WORD = Pattern.compile("^[\\s:,]+");

    /** What is to be done with a schedule. */
    enum Verb {
        CREATE,
        CHANGE,
        STOP,
        START,
        REMOVE
    }

    /** A verb and what follows it. */
    record Wish(Verb verb, String rest) {}

    /** The verb that a text begins with, the longest word first. */
    Optional<Wish> wish(String text) {
        var folded = Folding.fold(text);
        return verbs.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(word -> Map.entry(word, entry.getKey())))
                .sorted(Comparator.comparingInt((Map.Entry<String, Verb> entry) ->
                                entry.getKey().length())
                        .reversed())
                .filter(entry -> folded.startsWith(entry.getKey()))
                .findFirst()
                .map(entry -> new Wish(entry.getValue(), after(text, entry.getKey())));
    }

    /** The text without the words for "the next time". */
    String withoutNext(String text) {
        var folded = Folding.fold(text);
        for (var word : next) {
            int at = folded.indexOf(word);
            if (at >= 0) {
                return (text.substring(0, at) + text.substring(at + word.length())).strip();
            }
        }
        return text.strip();
    }

    private static String after(String text, String word) {
        var rest = text.substring(word.length());
        var separator = AFTER_WORD.matcher(Folding.fold(rest));
        return (separator.find() ? rest.substring(separator.end()) : rest).strip();
    }
}
