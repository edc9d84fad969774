package ecobot.library;

import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.library.KeeperWords.Wish;
import ecobot.library.MaterialMapper.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is shown to those who keep the library. */
@Component
class KeeperViews {

    private static final int SHOWN = 20;

    private final MaterialMapper rows;
    private final Templates templates;

    KeeperViews(MaterialMapper rows, Templates templates) {
        this.rows = rows;
        this.templates = templates;
    }

    /** Drafts, and what was reviewed and not published yet. */
    Reply waiting() {
        var waiting = rows.waiting();
        var lines = waiting.stream().limit(SHOWN).map(this::line).toList();
        return Reply.of(
                "library/waiting",
                new WaitingList(
                        waiting.size(),
                        lines,
                        waiting.size() - lines.size(),
                        waiting.isEmpty() ? 0 : waiting.get(0).id()));
    }

    /** What became of the folder. */
    Imported imported(FolderImport.Outcome outcome) {
        var words = templates.words(LibraryWords.FILE, LibraryWords.class);
        var faults = outcome.faults().stream()
                .limit(SHOWN)
                .map(fault -> new FaultLine(fault.file(), fault.line(), words.say(fault)))
                .toList();
        var taken = outcome.taken();
        return new Imported(
                taken.fresh().size(),
                numbers(taken.fresh()),
                taken.changed().size(),
                numbers(taken.changed()),
                taken.same(),
                outcome.faults().size(),
                faults,
                outcome.faults().size() - faults.size());
    }

    /** How a wish is written. */
    Map<String, ?> example(Wish wish) {
        var word = Objects.requireNonNull(words().wishes().get(wish)).get(0);
        return Map.of("word", word, "two", wish == Wish.REPLACE, "edit", wish == Wish.EDIT);
    }

    private Line line(Waiting waiting) {
        var words = templates.words(LibraryWords.FILE, LibraryWords.class);
        var writer = waiting.writer();
        var revises = waiting.revises();
        return new Line(
                waiting.id(),
                waiting.title(),
                words.name(waiting.category()),
                words.name(waiting.state()),
                writer == null ? "" : writer,
                revises == null ? 0 : revises,
                waiting.createdAt());
    }

    private String numbers(List<Long> numbers) {
        return numbers.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(words().separator()));
    }

    private KeeperWords words() {
        return templates.words(KeeperWords.FILE, KeeperWords.class);
    }

    /** @param revises number of the material whose words it would change; 0 for none */
    record Line(long number, String title, String category, String state, String writer, long revises, Instant since) {}

    /** @param first number of the oldest, 0 for none */
    record WaitingList(int count, List<Line> drafts, int more, long first) {}

    record FaultLine(String file, int line, String what) {}

    /** What became of the files. */
    record Imported(
            int fresh,
            String freshNumbers,
            int changed,
            String changedNumbers,
            int same,
            int faulty,
            List<FaultLine> faults,
            int more) {}
}
