package ecobot.library;

import ecobot.calendar.Zone;
import ecobot.chat.Templates;
import ecobot.library.Finder.Found;
import ecobot.library.Material.Category;
import ecobot.library.Material.State;
import ecobot.library.Scoring.Scored;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is shown of materials. */
@Component
class LibraryViews {

    static final int SHOWN = 5;
    private static final int MOST_IN_GROUP = 600;
    private static final Pattern LINK =
            Pattern.compile("https://[A-Za-z0-9.-]+(?::\\d+)?(?:/[A-Za-z0-9./?&=%#~+_,;-]*)?");

    private final Materials materials;
    private final Templates templates;

    LibraryViews(Materials materials, Templates templates) {
        this.materials = materials;
        this.templates = templates;
    }

    /** The newest of a category, or of all. */
    Newest newest(List<Material> newest, int total, @Nullable Category category, LocalDate today) {
        var lines = newest.stream()
                .limit(SHOWN)
                .map(material -> line(material, material.title(), material.summary(), category, today))
                .toList();
        return new Newest(
                category == null ? "" : words().name(category),
                command(category),
                total,
                lines,
                Math.max(0, total - lines.size()));
    }

    Results results(String typed, Found found, @Nullable Category category, LocalDate today) {
        var hits = found.hits().stream()
                .limit(SHOWN)
                .map(Scored::doc)
                .flatMap(doc -> materials.find(doc.id()).stream())
                .map(material -> hit(material, found.query(), category, today))
                .toList();
        return new Results(
                category == null ? "" : words().name(category),
                command(category),
                typed,
                found.loose(),
                found.hits().size(),
                hits,
                Math.max(0, found.hits().size() - hits.size()),
                hits.isEmpty() ? 0 : hits.get(0).number());
    }

    /** Everything of one material. */
    Whole whole(Material material, boolean inGroup, LocalDate today) {
        var newer = newest(material);
        var url = material.url();
        boolean cut = inGroup && material.body().length() > MOST_IN_GROUP;
        var line = line(material, material.title(), "", null, today);
        return new Whole(
                line.number(),
                line.title(),
                line.category(),
                line.documentNumber(),
                line.since(),
                line.coming(),
                line.issued(),
                line.supersededBy(),
                words().name(material.state()),
                material.state() == State.DRAFT || material.state() == State.REVIEWED,
                material.state() == State.ARCHIVED,
                newer.map(Material::title).orElse(""),
                material.source(),
                cut ? BodyMarkdown.beginning(material.body(), MOST_IN_GROUP) : BodyMarkdown.of(material.body()),
                cut,
                url != null && LINK.matcher(url).matches() ? url : "",
                materials.attachments(material.id()).size(),
                material.state() == State.PUBLISHED
                        ? materials.questions(material.id()).size()
                        : 0);
    }

    /** A draft that was made of a document. */
    Drafted drafted(long number, Content content, boolean cut) {
        var since = content.effectiveOn();
        return new Drafted(
                number,
                content.title(),
                words().name(content.category()),
                content.source(),
                content.documentNumber() == null ? "" : content.documentNumber(),
                since == null ? "" : words().day(since),
                content.summary(),
                content.body().length(),
                cut);
    }

    /** What stands in the place of a material by now, however often it was replaced. */
    private Optional<Material> newest(Material material) {
        var newer = Optional.<Material>empty();
        var next = material.supersededBy();
        for (int i = 0; next != null && i < 20; i++) {
            newer = materials.find(next);
            next = newer.map(Material::supersededBy).orElse(null);
        }
        return newer;
    }

    private Line hit(Material material, Query query, @Nullable Category category, LocalDate today) {
        var passage = Passage.of(material.body(), query);
        var shown = passage.contains("**") ? passage : Passage.of(material.summary(), query);
        return line(material, Passage.marked(material.title(), query), shown, category, today);
    }

    private Line line(Material material, String title, String passage, @Nullable Category category, LocalDate today) {
        var since = material.effectiveOn();
        var issued = material.issuedOn();
        return new Line(
                material.id(),
                title,
                category == null ? words().name(material.category()) : "",
                material.documentNumber() == null ? "" : material.documentNumber(),
                since == null ? "" : words().day(since),
                since != null && since.isAfter(today),
                since == null && issued != null ? words().day(issued) : "",
                newest(material).map(Material::id).orElse(0L),
                passage);
    }

    static LocalDate day(Instant at) {
        return at.atZone(Zone.SHANGHAI).toLocalDate();
    }

    String command(@Nullable Category category) {
        return category == null ? words().allCommand() : words().command(category);
    }

    private LibraryWords words() {
        return templates.words(LibraryWords.FILE, LibraryWords.class);
    }

    /**
     * A material in a list.
     *
     * @param title likewise {@code passage}: Markdown in results, words elsewhere
     * @param category empty where all are of one
     * @param since a date in words, or empty; likewise {@code issued}, which is there when {@code since} is not
     * @param coming whether it is not in force yet
     * @param supersededBy number of what stands in its place; 0 for nothing
     */
    record Line(
            long number,
            String title,
            String category,
            String documentNumber,
            String since,
            boolean coming,
            String issued,
            long supersededBy,
            String passage) {}

    /** @param more how many are not shown */
    record Newest(String category, String command, int total, List<Line> materials, int more) {}

    /**
     * What a search found.
     *
     * @param loose whether nothing had all of the words
     * @param first number of the first, 0 for none
     */
    record Results(
            String category,
            String command,
            String typed,
            boolean loose,
            int total,
            List<Line> hits,
            int more,
            long first) {}

    /**
     * One material.
     *
     * @param waiting whether it is not published yet
     * @param newer title of what stands in its place; empty for nothing
     * @param body Markdown
     * @param cut whether there is more of it
     * @param link empty for none
     * @param questions how many the quiz asks about it
     */
    record Whole(
            long number,
            String title,
            String category,
            String documentNumber,
            String since,
            boolean coming,
            String issued,
            long supersededBy,
            String state,
            boolean waiting,
            boolean archived,
            String newer,
            String source,
            String body,
            boolean cut,
            String link,
            int files,
            int questions) {}

    /**
     * What was made of a document.
     *
     * @param length of the body in characters
     * @param cut whether there was more
     */
    record Drafted(
            long number,
            String title,
            String category,
            String source,
            String documentNumber,
            String since,
            String summary,
            int length,
            boolean cut) {}
}
