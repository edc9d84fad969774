package ecobot.library;

import com.fasterxml.jackson.annotation.JsonCreator;
import ecobot.chat.Templates;
import ecobot.library.Candidates.Candidate;
import ecobot.library.Material.Category;
import ecobot.library.Scoring.Scored;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds materials by words. When nothing has all of them, what has most of their pairs is found instead. */
@Component
class Finder {

    private final CandidateChoice candidates;
    private final Docs docs;
    private final Templates templates;

    Finder(CandidateChoice candidates, Docs docs, Templates templates) {
        this.candidates = candidates;
        this.docs = docs;
        this.templates = templates;
        reader();
    }

    /** @param category null for all */
    Found find(String typed, @Nullable Category category) {
        return find(reader().read(typed), category, candidates.candidates());
    }

    Found find(Query query, @Nullable Category category, Candidates by) {
        if (query.isEmpty()) {
            return new Found(query, List.of(), false);
        }
        var strict = ranked(() -> by.all(query), category, doc -> Scoring.points(query, doc));
        var pieces = query.pieces();
        if (!strict.isEmpty() || pieces.grams().size() < 2) {
            return new Found(query, strict, false);
        }
        var loose = ranked(() -> by.any(pieces.grams()), category, doc -> Scoring.points(pieces, doc));
        return new Found(query, loose, true);
    }

    private List<Scored> ranked(
            Supplier<List<Candidate>> candidates, @Nullable Category category, ToIntFunction<Doc> points) {
        return docs.all().orElseGet(() -> docs.of(candidates.get())).stream()
                .filter(doc -> category == null || doc.category() == category)
                .map(doc -> new Scored(doc, points.applyAsInt(doc)))
                .filter(scored -> scored.points() > 0)
                .sorted(Scoring.ORDER)
                .toList();
    }

    private QueryReader reader() {
        var words = templates.words(LibraryWords.FILE, LibraryWords.class);
        return new QueryReader(templates.words(Synonyms.FILE, Synonyms.class).groups(), words.noise(), words.article());
    }

    /**
     * What was found, the best first.
     *
     * @param loose whether nothing had every word
     */
    record Found(Query query, List<Scored> hits, boolean loose) {}

    /**
     * Words that say the same: {@code templates/library/synonyms.yml}, a list of lists.
     *
     * @param groups each of at least two words
     */
    record Synonyms(List<List<String>> groups) {

        static final String FILE = "library/synonyms";

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Synonyms {
            if (groups.stream().anyMatch(group -> group.size() < 2)) {
                throw new IllegalArgumentException("a group needs two words");
            }
        }
    }
}
