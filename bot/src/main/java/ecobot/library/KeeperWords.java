package ecobot.library;

import ecobot.library.Material.Category;
import ecobot.text.Folding;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What those who keep the library may say after {@code /资料}: {@code templates/library/keeper-words.yml}.
 *
 * @param wishes words for each wish, folded, the first of them in examples
 * @param fields words for each field of a draft
 * @param categories words for each category
 * @param none what empties a field
 * @param date pattern with the groups {@code y}, {@code m} and {@code d}
 * @param go what goes on, the first of them on the button; likewise {@code leave}
 * @param separator between names and tags
 * @param tagSeparator pattern of what stands between typed tags
 * @param numberWords pattern with the group {@code n} of a material's number before other words
 */
record KeeperWords(
        Map<Wish, List<String>> wishes,
        Map<Field, List<String>> fields,
        Map<Category, List<String>> categories,
        List<String> none,
        String date,
        List<String> go,
        List<String> leave,
        String separator,
        String tagSeparator,
        String numberWords) {

    static final String FILE = "library/keeper-words";

    KeeperWords {
        named("wishes", wishes, Wish.values());
        named("fields", fields, Field.values());
        named("categories", categories, Category.values());
    }

    /** What is wanted, by the first word. */
    Optional<Wish> wish(String word) {
        return key(wishes, word, Wish.values());
    }

    Optional<Field> field(String word) {
        return key(fields, word, Field.values());
    }

    Optional<Category> category(String word) {
        return key(categories, word, Category.values());
    }

    String name(Field field) {
        return Objects.requireNonNull(fields.get(field)).get(0);
    }

    /** A date as people write it. */
    Optional<LocalDate> day(String typed) {
        var found = Pattern.compile(date).matcher(Folding.fold(typed).strip());
        try {
            return found.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(found.group("y")),
                            Integer.parseInt(found.group("m")),
                            Integer.parseInt(found.group("d"))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static <K> Optional<K> key(Map<K, List<String>> words, String word, K[] keys) {
        return Arrays.stream(keys)
                .filter(key -> Objects.requireNonNull(words.get(key)).contains(word))
                .findFirst();
    }

    private static void named(String key, Map<?, ? extends List<String>> names, Object[] all) {
        if (!names.keySet().containsAll(List.of(all)) || names.values().stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(key + " must have words for every one of " + List.of(all));
        }
    }

    /** What is done with the shelf. */
    enum Wish {
        WAITING,
        SEND,
        REVIEW,
        PUBLISH,
        ARCHIVE,
        EDIT,
        REPLACE,
        IMPORT,
        FEED,
        LIST
    }

    /** What of a draft can be corrected. */
    enum Field {
        CATEGORY,
        TITLE,
        SUMMARY,
        BODY,
        SOURCE,
        URL,
        DOCUMENT_NUMBER,
        ISSUED_ON,
        EFFECTIVE_ON,
        TAGS
    }
}
