package ecobot.report;

import ecobot.text.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds where a problem is: the words before the problem, up to the last word that places end in ("横港桥西侧" of "横港桥西侧河道有垃圾"). A guess that the
 * answer shows, so that it can be put right.
 */
final class Places {

    private static final int LONGEST = 40;

    private final Kinds kinds;
    private final List<String> stops;
    private final Pattern leader;
    private final Pattern ending;

    Places(ReportWords words, Kinds kinds) {
        this.kinds = kinds;
        this.stops = words.placeStops();
        this.leader = Pattern.compile("^(?:" + anyOf(words.placeLeaders()) + ")");
        this.ending = Pattern.compile("(?:" + anyOf(words.placeEndings()) + ")(?:" + anyOf(words.placeSides()) + ")*");
    }

    /**
     * The place that a text speaks of.
     *
     * @param text as typed
     * @param folded the same, folded
     */
    Optional<String> in(String text, String folded) {
        int start = 0;
        for (int end = 0; end <= folded.length(); end++) {
            if (end == folded.length() || Text.isBreak(folded.charAt(end))) {
                var place = inClause(text.substring(start, end), folded.substring(start, end));
                if (place.isPresent()) {
                    return place;
                }
                start = end + 1;
            }
        }
        return Optional.empty();
    }

    /** Whether a short text, such as a cell of a table, is likely a place. */
    boolean isLikely(String folded) {
        return folded.length() <= LONGEST
                && inClause(folded, folded).filter(folded::endsWith).isPresent();
    }

    private Optional<String> inClause(String text, String folded) {
        var matcher = leader.matcher(folded);
        int start = matcher.find() ? matcher.end() : 0;
        int end = Math.min(kinds.firstIn(folded), firstStop(folded, start + 1));
        if (end <= start) {
            return Optional.empty();
        }
        var head = folded.substring(start, end);
        var endings = ending.matcher(head);
        int last = -1;
        while (endings.find()) {
            last = endings.end();
        }
        return last < 2 || last > LONGEST
                ? Optional.empty()
                : Optional.of(text.substring(start, start + last).strip());
    }

    private int firstStop(String folded, int from) {
        return stops.stream()
                .mapToInt(word -> folded.indexOf(word, from))
                .filter(at -> at >= 0)
                .min()
                .orElse(folded.length());
    }

    private static String anyOf(List<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
