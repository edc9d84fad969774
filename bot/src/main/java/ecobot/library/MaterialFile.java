package ecobot.library;

import ecobot.library.Material.Category;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A material as its file says it: what is known of it before it has a number.
 *
 * @param key the file's name without ending
 * @param hash of the whole text
 * @param kinds names of kinds of issues that it applies to
 * @param words words in a report for which this is the one card, folded
 * @param supersedes key of what it replaces; null for nothing
 */
record MaterialFile(
        String key,
        String hash,
        Category category,
        String title,
        String summary,
        String body,
        String source,
        @Nullable String url,
        @Nullable String documentNumber,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate effectiveOn,
        List<String> tags,
        List<String> kinds,
        List<String> words,
        @Nullable String supersedes,
        List<QuizQuestion> quiz) {

    MaterialFile {
        tags = List.copyOf(tags);
        kinds = List.copyOf(kinds);
        words = List.copyOf(words);
        quiz = List.copyOf(quiz);
    }

    Content content() {
        return new Content(category, title, summary, body, source, url, documentNumber, issuedOn, effectiveOn, tags);
    }
}
