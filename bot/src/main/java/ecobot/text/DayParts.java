package ecobot.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words for the parts of a day: {@code templates/chat/day-parts.yml}, which all share who read times. A pattern for a time has {@code {part}}
 * where such a word may stand.
 *
 * @param parts folded
 */
public record DayParts(Map<DayPart, List<String>> parts) {

    public static final String FILE = "chat/day-parts";

    private static final String PLACE = "{part}";

    /** The pattern with all the words in its place, longest first. */
    public String into(String pattern) {
        return pattern.replace(
                PLACE,
                parts.values().stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparingInt(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|")));
    }

    /** The part that a text names; {@link DayPart#PLAIN} when none. */
    public DayPart in(String folded) {
        return parts.entrySet().stream()
                .filter(part -> part.getValue().stream().anyMatch(folded::contains))
                .map(Map.Entry::getKey)
                .max(Comparator.naturalOrder())
                .orElse(DayPart.PLAIN);
    }
}
