package ecobot.reminder;

import ecobot.issue.DueIssues.Due;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Issues of one unit, one person and one step of the ladder: who is told of one is told of all.
 *
 * @param handlerId who took them on; null when nobody has
 * @param step the step of the ladder: days overdue, of the least overdue on it
 * @param size how many there are
 * @param issues the most urgent of them
 */
record Pile(long unitId, @Nullable Long handlerId, int step, int size, List<Due> issues) {

    static List<Pile> of(List<Due> issues) {
        Map<Key, List<Due>> piles =
                issues.stream().collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()));
        return piles.values().stream().map(Pile::whole).toList();
    }

    /** How many of {@code issues}, of whatever piles, lie in this one. */
    int countOf(Collection<Due> others) {
        return (int) others.stream().filter(this::holds).count();
    }

    private boolean holds(Due issue) {
        return issue.unitId() == unitId && issue.band() == step && Objects.equals(issue.handlerId(), handlerId);
    }

    private static Pile whole(List<Due> issues) {
        var first = issues.get(0);
        return new Pile(first.unitId(), first.handlerId(), first.band(), first.pile(), issues);
    }

    private record Key(long unitId, @Nullable Long handlerId, int step) {
        static Key of(Due issue) {
            return new Key(issue.unitId(), issue.handlerId(), issue.band());
        }
    }
}
