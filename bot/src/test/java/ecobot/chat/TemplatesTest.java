package ecobot.chat;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import ecobot.text.Folding;
import ecobot.text.Pinyin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules of wording, for all rooms. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("../templates");
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("../scheduler/src/main/java"));
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern LITERAL =
            Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)[^']*'");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern COMMAND_NAME =
            Pattern.compile("public String name\\(\\) \\{\\s*return \"([a-z-]+)\";");

    @Test
    void every_template_compiles() {
        assertThat(PackagedTemplates.at(Clock.system(Zone.SHANGHAI))).isNotNull();
    }

    @Test
    void every_template_is_used() throws IOException {
        var code = sources().values().stream().collect(joining());
        var wording = texts(TEMPLATES, ".md").values().stream().collect(joining());

        for (var path : texts(TEMPLATES, ".md").keySet()) {
            var name = path.toString().replace('\\', '/').replaceFirst("\\.md$", "");
            assertThat(code.contains("\"" + name + "\"") || wording.contains("{{>" + name + "}}"))
                    .as("somebody uses templates/%s.md", name)
                    .isTrue();
        }
    }

    @Test
    void no_word_for_people_is_in_the_code() throws IOException {
        for (var source : sources().entrySet()) {
            var literals = LITERAL.matcher(COMMENT.matcher(source.getValue()).replaceAll(""))
                    .results()
                    .map(found -> found.group())
                    .filter(literal -> HAN.matcher(literal).find())
                    .toList();

            assertThat(literals).as("Han characters in %s", source.getKey()).isEmpty();
        }
    }

    @Test
    void every_command_has_words_of_its_own_and_its_examples_start_it() throws IOException {
        var owners = new HashMap<String, String>();
        for (var command : commands().entrySet()) {
            var words = PackagedTemplates.at(Clock.system(Zone.SHANGHAI)).words(command.getKey(), CommandWords.class);

            assertThat(Pinyin.of(words.name())).as(command.getKey()).isEqualTo(words.pinyin());
            for (var word : words.all()) {
                assertThat(owners.put(Folding.fold(word), command.getKey()))
                        .as("'%s' of %s is nobody else's", word, command.getKey())
                        .isIn(null, command.getKey());
            }
        }
        var longestFirst = owners.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .toList();
        for (var command : commands().keySet()) {
            var words = PackagedTemplates.at(Clock.system(Zone.SHANGHAI)).words(command, CommandWords.class);
            assertThat(words.examples())
                    .allSatisfy(example -> assertThat(Line.of(example).startOf(longestFirst))
                            .hasValueSatisfying(start ->
                                    assertThat(owners.get(start.word())).isEqualTo(command)));
        }
    }

    @Test
    void a_literal_with_han_characters_would_be_found() {
        assertThat(LITERAL.matcher("say(\"你好\");").results().map(found -> found.group()))
                .containsExactly("\"你好\"");
        assertThat(COMMENT.matcher("/** 问题 */\n// 问题\nx").replaceAll("")).doesNotContain("问题");
    }

    /** Words by command: {@code chat/help} and its file. */
    private static Map<String, Path> commands() throws IOException {
        var commands = new HashMap<String, Path>();
        sources().forEach((path, text) -> {
            var name = COMMAND_NAME.matcher(text);
            if (path.toString().endsWith("Command.java") && name.find()) {
                var room = path.getParent().getFileName();
                commands.put(room + "/" + name.group(1), path);
            }
        });
        assertThat(commands).hasSizeGreaterThan(4);
        return commands;
    }

    private static Map<Path, String> sources() throws IOException {
        var sources = new HashMap<Path, String>();
        for (var root : SOURCES) {
            texts(root, ".java").forEach((path, text) -> sources.put(root.resolve(path), text));
        }
        return sources;
    }

    private static Map<Path, String> texts(Path root, String ending) throws IOException {
        var texts = new HashMap<Path, String>();
        try (Stream<Path> files = Files.walk(root)) {
            // Materials of the library are content, not wording.
            for (var file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(ending))
                    .filter(f -> !f.toString().replace('\\', '/').contains("library/materials/"))::iterator) {
                texts.put(root.relativize(file), Files.readString(file));
            }
        }
        return texts;
    }
}
