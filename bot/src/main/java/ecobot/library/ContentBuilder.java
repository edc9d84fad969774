package ecobot.library;

import ecobot.library.Material.Category;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Content while it is being put together. */
final class ContentBuilder {

    static final int LONGEST_SOURCE = 200;
    static final int LONGEST_NUMBER = 100;

    Category category;
    String title;
    String summary;
    String body;
    String source;

    @Nullable
    String url;

    @Nullable
    String documentNumber;

    @Nullable
    LocalDate issuedOn;

    @Nullable
    LocalDate effectiveOn;

    List<String> tags;

    ContentBuilder(Content before) {
        this.category = before.category();
        this.title = before.title();
        this.summary = before.summary();
        this.body = before.body();
        this.source = before.source();
        this.url = before.url();
        this.documentNumber = before.documentNumber();
        this.issuedOn = before.issuedOn();
        this.effectiveOn = before.effectiveOn();
        this.tags = before.tags();
    }

    Content build() {
        return new Content(category, title, summary, body, source, url, documentNumber, issuedOn, effectiveOn, tags);
    }
}
