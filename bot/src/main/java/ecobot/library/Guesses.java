package ecobot.library;

import ecobot.library.Material.Category;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be told of a document by its text; a person looks at it before anybody else does. */
final class Guesses {

    private static final int LONGEST_TITLE_LINE = 60;
    private static final int LEAST_HAN = 4;
    private static final int TOP = 6;
    private static final String ELLIPSIS = "\u2026";

    private final UploadWords words;
    private final KeeperWords keepers;

    Guesses(UploadWords words, KeeperWords keepers) {
        this.words = words;
        this.keepers = keepers;
    }

    Content content(DocumentText text, String fileName) {
        var title = title(text.markdown(), fileName);
        var body = withoutTitle(text.markdown(), title);
        return new Content(
                category(title),
                title,
                summary(body, title),
                body.isEmpty() ? text.markdown() : body,
                words.source(),
                null,
                documentNumber(text.markdown()),
                null,
                effectiveOn(text.markdown()),
                List.of());
    }

    Category category(String title) {
        return words.categories().stream()
                .filter(guess -> Pattern.compile(guess.pattern()).matcher(title).find())
                .map(UploadWords.Guess::category)
                .findFirst()
                .orElse(words.otherwise());
    }

    /** The first line that reads like one, of those at the top; else the file's name. */
    private static String title(String markdown, String fileName) {
        var name = fileName.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").strip();
        var title = markdown.lines()
                .map(Guesses::words)
                .filter(line -> !line.isEmpty())
                .limit(TOP)
                .filter(line -> line.length() <= LONGEST_TITLE_LINE
                        && line.chars().filter(Character::isIdeographic).count() >= LEAST_HAN)
                .findFirst()
                .orElse(name.isEmpty() ? words(markdown) : name);
        return title.substring(0, Math.min(title.length(), MaterialFileReader.LONGEST_TITLE));
    }

    /** What comes behind the title; all of it when the title is not in it. */
    private static String withoutTitle(String markdown, String title) {
        int at = markdown.indexOf(title);
        int end = at < 0 ? -1 : markdown.indexOf('\n', at);
        return end < 0 || markdown.substring(0, at).lines().count() > TOP
                ? markdown
                : markdown.substring(end).strip();
    }

    private static String words(String line) {
        return line.replaceFirst("^(?:#+|-)\\s+", "").replaceAll("\\s+", " ").strip();
    }

    /** The first paragraph that is a sentence. */
    static String summary(String body, String title) {
        var sentence = body.lines()
                .map(Guesses::words)
                .filter(line -> line.length() > LONGEST_TITLE_LINE / 3)
                .findFirst()
                .orElse(title);
        int most = MaterialFileReader.LONGEST_SUMMARY;
        return sentence.length() <= most ? sentence : sentence.substring(0, most - 1) + ELLIPSIS;
    }

    private @Nullable String documentNumber(String text) {
        var found = Pattern.compile(words.documentNumber()).matcher(text);
        return found.find() ? found.group() : null;
    }

    private @Nullable LocalDate effectiveOn(String text) {
        var found = Pattern.compile(words.effective()).matcher(text);
        return found.find() ? keepers.day(found.group("date")).orElse(null) : null;
    }
}
