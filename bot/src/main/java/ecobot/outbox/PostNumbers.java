package ecobot.outbox;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Gives every post the short number that people type. */
@Component
class PostNumbers {

    private static final int TITLE_LENGTH = 200;

    private final DeliveryMapper rows;
    private final Clock clock;

    PostNumbers(DeliveryMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The number of the post that a message belongs to; empty when it is no post. */
    Optional<Long> of(Outgoing message) {
        return PostKey.of(message).map(key -> of(List.of(message)).get(key));
    }

    /** Numbers by {@link PostKey}; one that has none yet gets one. */
    Map<String, Long> of(List<Outgoing> messages) {
        Map<String, List<Outgoing>> byPost = messages.stream()
                .filter(message -> PostKey.of(message).isPresent())
                .collect(Collectors.groupingBy(message -> PostKey.of(message).orElseThrow()));
        Map<String, Long> numbers = new HashMap<>();
        byPost.forEach((key, parts) -> numbers.put(key, number(key, parts)));
        return numbers;
    }

    private long number(String key, List<Outgoing> parts) {
        Long known = rows.number(key);
        if (known != null) {
            return known;
        }
        try {
            rows.add(key, title(parts), clock.instant());
        } catch (DuplicateKeyException e) {
            // Another node was faster; its number counts.
        }
        return Optional.ofNullable(rows.number(key)).orElseThrow();
    }

    /** A picture has no title; what follows it has. */
    private static String title(List<Outgoing> parts) {
        return parts.stream()
                .flatMap(part -> title(part.content()))
                .findFirst()
                .map(title -> title.substring(0, Math.min(title.length(), TITLE_LENGTH)))
                .orElse("");
    }

    private static Stream<String> title(Outgoing.Content content) {
        if (content instanceof Outgoing.Markdown markdown) {
            return Stream.of(markdown.title());
        }
        return content instanceof Outgoing.Choice choice ? Stream.of(choice.title()) : Stream.empty();
    }
}
