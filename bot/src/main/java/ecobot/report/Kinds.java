package ecobot.report;

import ecobot.issue.Issue.Kind;
import ecobot.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Tells what sort of problem a text is about: several sorts may apply. */
final class Kinds {

    private final Map<Kind, List<String>> words;

    Kinds(Map<Kind, List<String>> words) {
        this.words = Map.copyOf(words);
    }

    /** The kinds that a folded text speaks of, in their order; empty when none is recognised. */
    List<Kind> in(String folded) {
        return Arrays.stream(Kind.values())
                .filter(kind -> words.getOrDefault(kind, List.of()).stream().anyMatch(word -> speaksOf(folded, word)))
                .toList();
    }

    /** Whether a folded text is a list of kinds and nothing else. */
    boolean areAllOf(String folded) {
        var parts = Arrays.stream(folded.split("[\\s,;/+\u3001]+"))
                .filter(part -> !part.isEmpty())
                .toList();
        return !parts.isEmpty()
                && parts.stream().allMatch(part -> words.values().stream().anyMatch(list -> list.contains(part)));
    }

    /** Where the first word for a kind begins; the text's length when there is none. */
    int firstIn(String folded) {
        return words.values().stream()
                .flatMap(List::stream)
                .filter(word -> word.length() > 1)
                .mapToInt(folded::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(folded.length());
    }

    /** A single character means too much inside other words (水 in 水泥), so it has to stand alone. */
    private static boolean speaksOf(String folded, String word) {
        int at = folded.indexOf(word);
        if (word.length() > 1) {
            return at >= 0;
        }
        while (at >= 0 && !Text.standsAlone(folded, at, at + 1)) {
            at = folded.indexOf(word, at + 1);
        }
        return at >= 0;
    }
}
