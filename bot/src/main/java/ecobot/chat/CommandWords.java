package ecobot.chat;

import java.util.List;
import java.util.stream.Stream;

/**
 * How people call a command and what the help says of it: {@code templates/<room>/<name>.yml}. All of these words start the command.
 *
 * @param name Chinese name, without slash
 * @param english English alias
 * @param pinyin of the name
 * @param initials of the pinyin; empty when they would be those of another command
 * @param aliases other words that people use
 * @param summary what it does, in a few words
 * @param usage what may follow, in words that a clerk understands
 * @param examples whole lines to copy, the commonest first
 */
record CommandWords(
        String name,
        String english,
        String pinyin,
        String initials,
        List<String> aliases,
        String summary,
        String usage,
        List<String> examples) {

    CommandWords {
        aliases = List.copyOf(aliases);
        examples = List.copyOf(examples);
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("a command needs an example");
        }
    }

    /** Every word that starts the command. */
    List<String> all() {
        return Stream.concat(Stream.of(name, english, pinyin, initials), aliases.stream())
                .filter(word -> !word.isBlank())
                .distinct()
                .toList();
    }

    String example() {
        return examples.get(0);
    }
}
