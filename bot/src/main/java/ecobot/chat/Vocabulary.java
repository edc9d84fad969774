package ecobot.chat;

import java.util.Arrays;
import java.util.Map;

/** Checks of words that a bureau can edit, for the records that hold them. */
public final class Vocabulary {

    private Vocabulary() {}

    /**
     * Refuses words in which something has no name.
     *
     * @param key where they stand in the file
     * @throws IllegalArgumentException when {@code names} has no entry for one of {@code all}
     */
    public static void requireAll(String key, Map<?, ?> names, Object[] all) {
        if (!names.keySet().containsAll(Arrays.asList(all))) {
            throw new IllegalArgumentException(key + " must have every one of " + Arrays.toString(all));
        }
    }
}
