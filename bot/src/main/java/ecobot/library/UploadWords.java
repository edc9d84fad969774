package ecobot.library;

import ecobot.library.Material.Category;
import ecobot.library.UnreadableDocument.Reason;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How documents that are sent are understood: {@code templates/library/upload-words.yml}.
 *
 * @param fileEndings of documents that are taken
 * @param unreadable why a file cannot be read
 * @param paragraphStart pattern of a line that begins a paragraph of a PDF
 * @param categories words in a title by which its category is guessed, the first that fits
 * @param otherwise the category when none fits
 * @param source what stands for the source until somebody says it
 * @param documentNumber pattern of a document number
 * @param effective pattern with the group {@code date} of when it comes into force
 */
record UploadWords(
        List<String> fileEndings,
        Map<Reason, String> unreadable,
        String paragraphStart,
        List<Guess> categories,
        Category otherwise,
        String source,
        String documentNumber,
        String effective) {

    static final String FILE = "library/upload-words";

    UploadWords {
        if (!unreadable.keySet().containsAll(List.of(Reason.values()))) {
            throw new IllegalArgumentException("unreadable must have every one of " + List.of(Reason.values()));
        }
    }

    String why(Reason reason) {
        return Objects.requireNonNull(unreadable.get(reason));
    }

    /** @param pattern in the title */
    record Guess(Category category, String pattern) {}
}
