package ecobot.library;

import ecobot.library.Material.Category;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader sees of a material, whatever way it came in; the fields are those of {@link Material}. */
record Content(
        Category category,
        String title,
        String summary,
        String body,
        String source,
        @Nullable String url,
        @Nullable String documentNumber,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate effectiveOn,
        List<String> tags) {

    Content {
        tags = List.copyOf(tags);
    }

    static Content of(Material material) {
        return new Content(
                material.category(),
                material.title(),
                material.summary(),
                material.body(),
                material.source(),
                material.url(),
                material.documentNumber(),
                material.issuedOn(),
                material.effectiveOn(),
                material.tags());
    }

    /** As the table keeps them. */
    String tagLines() {
        return String.join("\n", tags);
    }
}
