package ecobot.ranking;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.TreeMap;

/** Scores of the units that are compared with each other: equal ones share a rank, and as many ranks after it are left out. */
final class Standing {

    private final TreeMap<BigDecimal, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<BigDecimal, Integer> ranks = new TreeMap<>();
    private int size;

    void add(BigDecimal score) {
        counts.merge(score, 1, Integer::sum);
        ranks.clear();
        size++;
    }

    /** 1 for the highest. */
    int rankOf(BigDecimal score) {
        if (ranks.isEmpty()) {
            int rank = 1;
            for (var same : counts.entrySet()) {
                ranks.put(same.getKey(), rank);
                rank += same.getValue();
            }
        }
        return ranks.getOrDefault(score, 1 + size);
    }

    int size() {
        return size;
    }
}
