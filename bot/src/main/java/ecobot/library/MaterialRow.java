package ecobot.library;

import ecobot.library.Material.Category;
import ecobot.library.Material.State;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code material}.
 *
 * @param tags one a line
 */
record MaterialRow(
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
        String tags,
        @Nullable Long supersededBy,
        @Nullable Instant publishedAt) {}
