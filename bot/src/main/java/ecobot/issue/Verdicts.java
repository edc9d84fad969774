package ecobot.issue;

import ecobot.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds words of a decision among the first words that were typed; what stands behind them is what else was said. */
final class Verdicts {

    private static final String BREAKS = "[\\s,;\uFF0C\uFF1B\u3001]+";

    private Verdicts() {}

    /**
     * @param choices the words of each decision, by its name
     * @return the decisions that were named, and the text without their words; numbers stay where they are
     */
    static <K> Found<K> in(String typed, Map<K, List<String>> choices) {
        var kept = new ArrayList<String>();
        var chosen = new ArrayList<K>();
        var rest = apart(typed.strip());
        while (!rest.isEmpty()) {
            var token = rest.split(BREAKS, 2);
            var word = Folding.fold(token[0]);
            var choice = choices.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(word))
                    .map(Map.Entry::getKey)
                    .findFirst();
            var parts = choice.map(List::of).orElseGet(() -> together(word, choices));
            if (!parts.isEmpty()) {
                chosen.addAll(parts);
            } else if (isNumber(word)) {
                kept.add(token[0]);
            } else {
                kept.add(rest);
                break;
            }
            rest = token.length > 1 ? token[1].strip() : "";
        }
        return new Found<>(chosen, String.join(" ", kept));
    }

    /** The decisions of a word that is made of their words and nothing else (通过属实); empty when anything is left. */
    private static <K> List<K> together(String word, Map<K, List<String>> choices) {
        var found = new ArrayList<K>();
        var rest = word;
        while (!rest.isEmpty()) {
            var left = rest;
            var next = choices.entrySet().stream()
                    .flatMap(entry -> entry.getValue().stream().map(says -> Map.entry(says, entry.getKey())))
                    .filter(says -> left.startsWith(says.getKey()))
                    .max(Comparator.comparingInt(says -> says.getKey().length()));
            if (next.isEmpty()) {
                return List.of();
            }
            found.add(next.get().getValue());
            rest = rest.substring(next.get().getKey().length());
        }
        return found;
    }

    /** People on phones leave the space out: 12通过, 通过12. */
    private static String apart(String typed) {
        return typed.replaceFirst("^(#?\\p{Nd}{1,18})(?=\\p{L})", "$1 ")
                .replaceFirst("^(\\p{L}{2,6})(?=#?\\p{Nd})", "$1 ");
    }

    private static boolean isNumber(String word) {
        return word.matches("#?\\d{1,18}");
    }

    /** @param rest what is left of the text */
    record Found<K>(List<K> chosen, String rest) {

        Optional<K> first() {
            return chosen.stream().findFirst();
        }

        boolean says(K choice) {
            return chosen.contains(choice);
        }
    }
}
