package ecobot.library;

import ecobot.library.Query.Term;
import ecobot.text.ChineseNumerals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what was typed after a search: takes out words that say nothing, cuts at words that have synonyms. */
final class QueryReader {

    static final int LONGEST = 60;
    private static final int MOST_TERMS = 8;

    private final Pattern article;
    private final List<String> noise;
    private final Map<String, List<String>> synonyms = new LinkedHashMap<>();
    private final List<String> known;

    /**
     * @param groups each of words that say the same
     * @param noise words that say nothing
     * @param article pattern of a number that is found in Chinese numerals as well, with the group {@code n}
     */
    QueryReader(List<List<String>> groups, List<String> noise, String article) {
        this.article = Pattern.compile(article);
        this.noise = noise.stream()
                .map(Plain::of)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (var group : groups) {
            var words = group.stream()
                    .map(word -> Plain.of(word).replace(" ", ""))
                    .distinct()
                    .toList();
            for (var word : words) {
                var others = synonyms.computeIfAbsent(word, w -> new ArrayList<>());
                words.stream()
                        .filter(other -> !other.equals(word) && !others.contains(other))
                        .forEach(others::add);
            }
        }
        this.known = synonyms.keySet().stream()
                .filter(word -> word.length() > 1)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    Query read(String typed) {
        var plain = Plain.of(typed.substring(0, Math.min(typed.length(), LONGEST)));
        var cleaned = plain;
        for (var word : noise) {
            cleaned = cleaned.replace(word, " ");
        }
        var terms = terms(cleaned.isBlank() ? plain : cleaned);
        return new Query(terms, (cleaned.isBlank() ? plain : cleaned).replace(" ", ""));
    }

    private List<Term> terms(String plain) {
        var terms = new LinkedHashMap<String, Term>();
        for (var chunk : plain.split(" ")) {
            cut(chunk).forEach(word -> terms.putIfAbsent(word, new Term(word, same(word))));
        }
        return terms.values().stream().limit(MOST_TERMS).toList();
    }

    private List<String> same(String word) {
        var same = new ArrayList<>(synonyms.getOrDefault(word, List.of()));
        var number = article.matcher(word);
        if (number.find()) {
            var numerals = ChineseNumerals.of(Integer.parseInt(number.group("n")));
            same.add(word.substring(0, number.start("n")) + numerals + word.substring(number.end("n")));
        }
        return same;
    }

    /** Words with synonyms, and what lies between them; of the rest a single character is not worth asking for. */
    private List<String> cut(String chunk) {
        var words = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < chunk.length(); ) {
            var word = knownAt(chunk, i);
            if (word.isEmpty()) {
                i++;
            } else {
                words.add(chunk.substring(from, i));
                words.add(word.get());
                i += word.get().length();
                from = i;
            }
        }
        words.add(chunk.substring(from));
        words.removeIf(String::isEmpty);
        var longer = words.stream().filter(word -> word.length() > 1).toList();
        return longer.isEmpty() ? words : longer;
    }

    private Optional<String> knownAt(String chunk, int position) {
        return known.stream().filter(word -> chunk.startsWith(word, position)).findFirst();
    }
}
