package ecobot.library;

import ecobot.library.Material.Category;
import ecobot.library.Material.State;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A material as the search remembers it.
 *
 * @param title plain; likewise {@code tags}, with number and source, and {@code body}, with the summary
 * @param marks of all three
 * @param day in force, issued or published, whichever is known
 */
record Doc(
        long id,
        long version,
        Category category,
        boolean superseded,
        String title,
        String tags,
        String body,
        LocalDate day,
        Marks marks) {

    Doc(
            long id,
            long version,
            Category category,
            boolean superseded,
            String title,
            String tags,
            String body,
            LocalDate day) {
        this(id, version, category, superseded, title, tags, body, day, Marks.of(title, tags, body));
    }

    static Doc of(Row row) {
        var number = row.documentNumber() == null ? "" : row.documentNumber();
        return new Doc(
                row.id(),
                row.version(),
                row.category(),
                row.state() == State.SUPERSEDED,
                Plain.of(row.title()),
                Plain.of(row.tags() + "\n" + number + "\n" + row.source()),
                Plain.of(row.summary() + "\n" + row.body()),
                row.day() == null ? LocalDate.EPOCH : row.day());
    }

    int size() {
        return title.length() + tags.length() + body.length();
    }

    /** What the database says. */
    record Row(
            long version,
            long id,
            Category category,
            State state,
            String title,
            String summary,
            String body,
            String source,
            @Nullable String documentNumber,
            @Nullable LocalDate day,
            String tags) {}
}
