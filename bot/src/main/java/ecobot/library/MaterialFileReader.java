package ecobot.library;

import ecobot.library.FileFault.Flaw;
import ecobot.library.Material.Category;
import ecobot.text.Folding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one material from Markdown with YAML front matter. All that is wrong is told, each with its line. */
final class MaterialFileReader {

    static final int LONGEST_TITLE = 100;
    static final int LONGEST_SUMMARY = 120;
    static final int LONGEST_BODY = 30_000;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_URL = 500;
    private static final int MOST_TAGS = 12;
    private static final int LONGEST_TAG = 30;
    private static final int MOST_WORDS = 40;
    static final int SHORTEST_WORD = 2;
    static final int LONGEST_WORD = 10;

    private static final String FENCE = "---";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern NOT_FOR_PHONES =
            Pattern.compile("!\\[|<(?:/?[a-zA-Z][a-zA-Z0-9]*(?:\\s[^>]*)?/?|!--)>?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> FIELDS = Set.of(
            "category",
            "title",
            "summary",
            "source",
            "url",
            "documentNumber",
            "issuedOn",
            "effectiveOn",
            "tags",
            "kinds",
            "words",
            "supersedes",
            "quiz");

    private final Set<String> kinds;

    /** @param kinds names of kinds of issues that exist */
    MaterialFileReader(Set<String> kinds) {
        this.kinds = Set.copyOf(kinds);
    }

    /**
     * Reads a file.
     *
     * @param name the file's name, with ending
     * @param read its text
     */
    Outcome read(String name, String read) {
        var text = (read.startsWith(BYTE_ORDER_MARK) ? read.substring(1) : read).replace("\r\n", "\n");
        var faults = new ArrayList<FileFault>();
        var key = name.replaceFirst("\\.md$", "");
        if (!KEY.matcher(key).matches() || key.length() > 100) {
            faults.add(new FileFault(name, 1, Flaw.BAD_NAME, key));
        }
        var lines = text.split("\n", -1);
        int end = IntStream.range(1, lines.length)
                .filter(i -> lines[i].stripTrailing().equals(FENCE))
                .findFirst()
                .orElse(-1);
        if (!lines[0].stripTrailing().equals(FENCE) || end < 0) {
            faults.add(new FileFault(name, 1, Flaw.NO_FRONT_MATTER, ""));
            return new Outcome(null, faults);
        }
        var body = String.join("\n", Arrays.copyOfRange(lines, end + 1, lines.length));
        checkBody(name, lines, end, faults);
        // The opening fence stays in front: so lines are counted as in the file.
        var front = FrontMatter.of(name, String.join("\n", Arrays.copyOfRange(lines, 0, end)), FIELDS, faults);
        var file = front == null ? null : file(key, text, body.strip(), front);
        faults.sort(FileFault.IN_ORDER);
        return new Outcome(faults.isEmpty() ? file : null, faults);
    }

    private @Nullable MaterialFile file(String key, String text, String body, FrontMatter front) {
        var category = front.choice("category", Category.class, Flaw.NOT_A_CATEGORY);
        var title = front.text("title", LONGEST_TITLE);
        var summary = front.text("summary", LONGEST_SUMMARY);
        var source = front.text("source", LONGEST_LINE);
        var url = front.optional("url", LONGEST_URL);
        if (url != null && !url.matches("https://[^\\s/@]+(?:/\\S*)?")) {
            front.fault("url", Flaw.NOT_HTTPS, url);
        }
        var documentNumber = front.optional("documentNumber", 100);
        var issuedOn = front.date("issuedOn");
        var effectiveOn = front.date("effectiveOn");
        var tags = front.list("tags", MOST_TAGS, LONGEST_TAG);
        var applies = front.list("kinds", kinds.size(), LONGEST_TAG);
        applies.stream()
                .filter(kind -> !kinds.contains(kind))
                .forEach(kind -> front.fault("kinds", Flaw.NOT_A_KIND, kind));
        var words = front.list("words", MOST_WORDS, LONGEST_LINE).stream()
                .map(Folding::fold)
                .distinct()
                .toList();
        words.stream()
                .filter(word -> word.length() < SHORTEST_WORD || word.length() > LONGEST_WORD)
                .forEach(word -> front.fault("words", Flaw.WORD_LENGTH, word));
        var supersedes = front.optional("supersedes", 100);
        var quiz = quiz(front);
        if (category == null || title == null || summary == null || source == null) {
            return null;
        }
        return new MaterialFile(
                key,
                hash(text),
                category,
                title,
                summary,
                body,
                source,
                url,
                documentNumber,
                issuedOn,
                effectiveOn,
                tags,
                applies.stream().distinct().toList(),
                words,
                supersedes,
                quiz);
    }

    private static List<QuizQuestion> quiz(FrontMatter front) {
        var questions = new ArrayList<QuizQuestion>();
        for (Node node : front.nodes("quiz")) {
            var one = front.within(node, Set.of("question", "options", "answer", "explanation"));
            if (one == null) {
                continue;
            }
            var question = one.text("question", 300);
            var options = one.list("options", 4, 180);
            var answer = one.text("answer", 1);
            var explanation = one.text("explanation", 500);
            int position = answer == null ? -1 : "ABCD".indexOf(answer);
            if (options.size() < 2 || position < 0 || position >= options.size()) {
                one.fault("answer", Flaw.QUIZ, answer == null ? "" : answer);
            } else if (question != null && explanation != null) {
                questions.add(new QuizQuestion(questions.size() + 1, question, options, position, explanation));
            }
        }
        return questions;
    }

    private static void checkBody(String name, String[] lines, int end, List<FileFault> faults) {
        int length = 0;
        for (int i = end + 1; i < lines.length; i++) {
            length += lines[i].strip().length();
            var found = NOT_FOR_PHONES.matcher(lines[i]);
            if (found.find()) {
                faults.add(new FileFault(name, i + 1, Flaw.NOT_FOR_PHONES, found.group()));
            }
        }
        if (length == 0) {
            faults.add(new FileFault(name, end + 1, Flaw.NO_BODY, ""));
        } else if (length > LONGEST_BODY) {
            faults.add(new FileFault(name, end + 1, Flaw.TOO_LONG, "body"));
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What became of a file.
     *
     * @param file null when something is wrong
     */
    record Outcome(@Nullable MaterialFile file, List<FileFault> faults) {

        Outcome {
            faults = List.copyOf(faults);
        }
    }
}
