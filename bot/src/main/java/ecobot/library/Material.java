package ecobot.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something worth reading: a law, a case, a piece of knowledge, a policy.
 *
 * @param id its number in chat
 * @param summary what a group sees first; at most 120 characters
 * @param body Markdown, as far as a phone shows it
 * @param source who issued it, or where it was taken from
 * @param url the official text; null when there is none in public
 * @param documentNumber such as 主席令第四十三号; null when it has none
 * @param issuedOn null when unknown
 * @param effectiveOn since when it is in force; null when that has no meaning or is unknown
 * @param supersededBy the number of what replaces it; null while nothing does
 * @param publishedAt null before
 */
public record Material(
        long id,
        Category category,
        State state,
        String title,
        String summary,
        String body,
        String source,
        @Nullable String url,
        @Nullable String documentNumber,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate effectiveOn,
        List<String> tags,
        @Nullable Long supersededBy,
        @Nullable Instant publishedAt) {

    public Material {
        tags = List.copyOf(tags);
    }

    /** What it is; Chinese names are in {@code templates/library/words.yml}. */
    public enum Category {
        /** 法律法规. */
        LAW,
        /** 典型案例. */
        CASE,
        /** 环保知识. */
        KNOWLEDGE,
        /** 环保新政. */
        POLICY,
        /** 培训. */
        TRAINING
    }

    /** How far it has come. */
    public enum State {
        /** Written or imported by one trainer, to be reviewed by another. */
        DRAFT,
        /** Seen by a second trainer. */
        REVIEWED,
        /** Found by everybody, and may be pushed. */
        PUBLISHED,
        /** Replaced by a newer one; still readable, and says so. */
        SUPERSEDED,
        /** Out of the shelf. */
        ARCHIVED
    }
}
