package ecobot.chat;

import java.util.List;
import java.util.stream.Stream;

/**
 * What people call a post: {@code templates/<room>/<name>-post.yml}.
 *
 * @param title the name that is shown
 * @param aliases other words for it
 * @param about what it brings, in a few words
 */
record PostWords(String title, List<String> aliases, String about) {

    PostWords {
        aliases = List.copyOf(aliases);
    }

    Stream<String> all() {
        return Stream.concat(Stream.of(title), aliases.stream());
    }
}
