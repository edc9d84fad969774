package ecobot.library;

import ecobot.library.ApplyingCardMapper.CardWord;
import ecobot.text.Folding;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the one card that applies to a problem, by the words that the materials' files name. */
@Component
class Cards implements ApplyingCards {

    /** Beyond this a text says too much for one card. */
    private static final int LONGEST = 200;

    private final ApplyingCardMapper cards;
    private final Materials materials;

    Cards(ApplyingCardMapper cards, Materials materials) {
        this.cards = cards;
        this.materials = materials;
    }

    @Override
    public Optional<Material> cardFor(String text, Set<String> kinds) {
        var folded = Folding.fold(text.substring(0, Math.min(text.length(), LONGEST)));
        var parts = parts(folded);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var words = cards.withWords(parts);
        var covered = covered(folded, applying(words, kinds));
        int most = covered.values().stream().mapToInt(BitSet::cardinality).max().orElse(0);
        var best = covered.entrySet().stream()
                .filter(card -> card.getValue().cardinality() == most)
                .map(Map.Entry::getKey)
                .toList();
        return best.size() == 1 ? materials.find(best.get(0)) : Optional.empty();
    }

    /** A card that names kinds is for these only. */
    private List<CardWord> applying(List<CardWord> words, Set<String> kinds) {
        if (words.isEmpty()) {
            return words;
        }
        var ids = words.stream().map(CardWord::materialId).collect(Collectors.toSet());
        var named = cards.kinds(ids).stream()
                .collect(Collectors.groupingBy(
                        ApplyingCardMapper.CardKind::materialId,
                        Collectors.mapping(ApplyingCardMapper.CardKind::kind, Collectors.toSet())));
        return words.stream()
                .filter(word -> {
                    var own = named.get(word.materialId());
                    return own == null || own.stream().anyMatch(kinds::contains);
                })
                .toList();
    }

    private static Map<Long, BitSet> covered(String text, List<CardWord> words) {
        var covered = new HashMap<Long, BitSet>();
        for (var word : words) {
            var marks = covered.computeIfAbsent(word.materialId(), id -> new BitSet());
            for (int at = text.indexOf(word.word()); at >= 0; at = text.indexOf(word.word(), at + 1)) {
                marks.set(at, at + word.word().length());
            }
        }
        return covered;
    }

    /** All parts of the text that could be a word of a card. */
    private static Set<String> parts(String text) {
        var parts = new LinkedHashSet<String>();
        for (int from = 0; from < text.length(); from++) {
            int longest = Math.min(text.length(), from + MaterialFileReader.LONGEST_WORD);
            for (int to = from + MaterialFileReader.SHORTEST_WORD; to <= longest; to++) {
                parts.add(text.substring(from, to));
            }
        }
        return parts;
    }
}
