package ecobot.library;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a list of materials is read: {@code templates/library/list-words.yml}; its headings are the fields of a draft.
 *
 * @param fileName pattern of the names of workbooks that are lists of materials; others belong to the tables
 * @param flaws what may be wrong with a cell, with {@code {field}}
 * @param source stands for a source that is not said
 * @param template name of the empty list
 * @param sheet name of its sheet
 * @param example a row of it, in the order of the fields
 */
record ListWords(
        String fileName, Map<Flaw, String> flaws, String source, String template, String sheet, List<String> example) {

    static final String FILE = "library/list-words";

    ListWords {
        if (!flaws.keySet().containsAll(List.of(Flaw.values()))) {
            throw new IllegalArgumentException("flaws must have every one of " + List.of(Flaw.values()));
        }
        if (example.size() != KeeperWords.Field.values().length) {
            throw new IllegalArgumentException("example must have " + KeeperWords.Field.values().length + " cells");
        }
    }

    String say(Flaw flaw, String field) {
        return Objects.requireNonNull(flaws.get(flaw)).replace("{field}", field);
    }

    enum Flaw {
        EMPTY,
        TOO_LONG,
        CATEGORY,
        DATE,
        URL
    }
}
