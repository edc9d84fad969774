package ecobot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.calendar.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateLibraryTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T01:05:00Z"), Zone.SHANGHAI);

    @TempDir
    Path folder;

    private int edits;

    record Found(
            String place,
            LocalDate due,
            int count,
            @org.jspecify.annotations.Nullable String note) {}

    @Test
    void values_are_escaped_and_formatted() throws IOException {
        write("try/found.md", "### {{place}} 已上报\n期限 **{{due}}**\n共 {{count}} 件");

        var message = library().render("try/found", new Found("@河边", LocalDate.of(2026, 11, 24), 3, null));

        assertThat(message.title()).isEqualTo("＠河边 已上报");
        assertThat(message.text()).isEqualTo("### ＠河边 已上报\n\n期限 **11月24日 周二**\n\n共 3 件");
    }

    @Test
    void a_list_stays_close_together() throws IOException {
        write("try/list.md", "### 清单\n开头\n{{#items}}\n- {{.}}\n{{/items}}\n结尾");

        assertThat(library()
                        .render("try/list", Map.of("items", List.of("甲", "1. 乙")))
                        .text())
                .isEqualTo("### 清单\n\n开头\n\n- 甲\n- 1． 乙\n\n结尾");
    }

    @Test
    void nothing_is_printed_for_null_and_an_unknown_field_is_an_error() throws IOException {
        write("try/note.md", "### 备注\n{{#note}}\n备注 {{note}}\n{{/note}}\n完");
        write("try/typo.md", "### 备注 {{plase}}");
        write("try/section.md", "### 备注\n{{#plase}}x{{/plase}}");
        var library = library();
        var found = new Found("河边", LocalDate.of(2026, 11, 24), 3, null);

        assertThat(library.render("try/note", found).text()).isEqualTo("### 备注\n\n完");
        assertThatThrownBy(() -> library.render("try/typo", found))
                .hasMessageContainingAll("templates/try/typo.md", "plase");
        assertThatThrownBy(() -> library.render("try/section", found))
                .hasMessageContainingAll("templates/try/section.md", "plase");
        assertThatThrownBy(() -> library.render("try/none", found)).hasMessageContaining("templates/try/none.md");
    }

    @Test
    void a_value_without_a_form_is_an_error() throws IOException {
        write("try/value.md", "### {{value}}");

        assertThatThrownBy(() -> library().render("try/value", Map.of("value", List.of("x"))))
                .hasMessageContaining("give the view its words");
    }

    @Test
    void an_edited_override_is_used_at_once_and_a_broken_one_is_not() throws IOException {
        write("try/edited.md", "### 一");
        var library = library();
        assertThat(library.render("try/edited", Map.of()).title()).isEqualTo("一");

        write("try/edited.md", "### 二");
        assertThat(library.render("try/edited", Map.of()).title()).isEqualTo("二");

        for (var broken : List.of("### {{#open}}三", "没有标题", "### {{>_partial/no-such}}")) {
            write("try/edited.md", broken);
            assertThat(library.render("try/edited", Map.of()).title()).isEqualTo("二");
        }

        write("try/edited.md", "### 四");
        assertThat(library.render("try/edited", Map.of()).title()).isEqualTo("四");
    }

    @Test
    void an_override_that_cannot_be_filled_gives_way_to_the_packaged_one() throws IOException {
        write("chat/failed.md", "### {{noSuchField}}");

        assertThat(library().render("chat/failed", Map.of("code", "E-1")).text())
                .contains("E-1");
    }

    @Test
    void a_packaged_template_that_is_broken_is_named_with_its_line() {
        var texts = Map.of("a/b.md", "### x\n\n{{#open}}", "a/c.md", "### x\n{{>_partial/none}}", "a/d.md", "x");

        assertThatThrownBy(() -> new TemplateSet(texts, formats(files())))
                .hasMessageContainingAll("templates/a/b.md", "line 3", "templates/a/c.md:2", "templates/a/d.md:1");
    }

    private TemplateLibrary library() {
        var files = files();
        return new TemplateLibrary(files, new WordFiles(files), formats(files));
    }

    private TemplateFiles files() {
        return new TemplateFiles(folder.toString());
    }

    private static Formats formats(TemplateFiles files) {
        return new Formats(new WordFiles(files), CLOCK);
    }

    /** Each edit is a second later than the one before, as a person's are. */
    private void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant().plus(Duration.ofSeconds(++edits))));
    }
}
