package ecobot.library;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is said of feeds: {@code templates/library/feed-words.yml}.
 *
 * @param end words that end a feed, before its number
 * @param faults why a feed was not read
 * @param emptyBody stands in a draft whose entry has no text
 */
record FeedWords(List<String> end, Map<FeedFault, String> faults, String emptyBody) {

    static final String FILE = "library/feed-words";

    FeedWords {
        if (!faults.keySet().containsAll(List.of(FeedFault.values()))) {
            throw new IllegalArgumentException("faults must have every one of " + List.of(FeedFault.values()));
        }
    }

    String why(FeedFault fault) {
        return Objects.requireNonNull(faults.get(fault));
    }
}
