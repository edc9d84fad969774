package ecobot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.outbox.Outgoing.Choice;
import ecobot.outbox.Outgoing.Markdown;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SplitterTest {

    private static final int PLATFORM_BYTES = 15_000;

    @Test
    void what_fits_stays_as_it_is() {
        var message = markdown("post:1:2:1", "### 标题\n\n" + "字".repeat(3900));

        assertThat(Splitter.split(message)).containsExactly(message);
    }

    @Test
    void long_text_is_cut_between_paragraphs_and_numbered() {
        var paragraphs = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> "第 " + i + " 段" + "字".repeat(100))
                .toList();
        var parts = Splitter.split(markdown("post:1:2:1", "### 标题\n\n" + String.join("\n\n", paragraphs)));

        assertThat(parts).hasSize(3);
        assertThat(parts).extracting(Outgoing::key).containsExactly("post:1:2:1", "post:1:2:1.2", "post:1:2:1.3");
        assertThat(text(parts.get(1))).startsWith("### 标题 (2/3)\n\n第 ");
        assertThat(((Markdown) parts.get(2).content()).title()).isEqualTo("标题 (3/3)");
        assertThat(parts.stream().map(part -> text(part).split("\n\n", 2)[1]).collect(Collectors.joining("\n\n")))
                .as("every paragraph, in order, whole")
                .isEqualTo(String.join("\n\n", paragraphs));
        assertThat(parts.get(0).mentions()).containsExactly("u1");
        assertThat(parts.get(1).mentions()).isEmpty();
        assertThat(Burden.postOf(parts.get(2).key()))
                .as("one post")
                .isEqualTo(Burden.postOf(parts.get(0).key()));
    }

    @Test
    void buttons_come_with_the_last_part() {
        var choice = new Choice(
                "t", "### t\n\n" + ("字".repeat(50) + "\n\n").repeat(200), List.of(new Outgoing.Button("a", "a")));
        var parts = Splitter.split(
                new Outgoing("k", new Outgoing.GroupTarget("g", null), choice, List.of(), Outgoing.Kind.REPLY));

        assertThat(parts.get(parts.size() - 1).content()).isInstanceOf(Choice.class);
        assertThat(parts.subList(0, parts.size() - 1))
                .isNotEmpty()
                .allMatch(part -> part.content() instanceof Markdown);
    }

    @Test
    void no_part_is_ever_too_long_and_nothing_gets_lost() {
        var random = new Random(7);
        for (int round = 0; round < 60; round++) {
            var text = random(random, 1 + random.nextInt(40_000));
            var parts = Splitter.split(markdown("k", text));

            for (var part : parts) {
                var markdown = (Markdown) part.content();
                var json = JsonMapper.shared().writeValueAsString(markdown);
                assertThat(json.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(PLATFORM_BYTES);
            }
            var said = parts.stream().map(SplitterTest::text).collect(Collectors.joining());
            assertThat(letters(said.replaceAll("\\(\\d+/\\d+\\)", ""))).isEqualTo(letters(text));
        }
    }

    private static String random(Random random, int length) {
        var alphabet = List.of("字", "a", "\"", "\\", "\n", "\n\n", "- 项\n", "🌊", "é");
        var text = new StringBuilder();
        int run = 1 + random.nextInt(3000);
        while (text.length() < length) {
            text.append(text.length() % run == 0 ? "\n\n" : alphabet.get(random.nextInt(alphabet.size())));
        }
        return text.toString();
    }

    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String text(Outgoing message) {
        return ((Markdown) message.content()).text();
    }

    private static Outgoing markdown(String key, String text) {
        return new Outgoing(
                key, new Outgoing.GroupTarget("g", null), new Markdown("标题", text), List.of("u1"), Outgoing.Kind.POST);
    }
}
