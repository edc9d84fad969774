package ecobot.library;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import ecobot.chat.PackagedTemplates;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped words, as a bureau gets them. */
class SynonymsTest {

    private final List<List<String>> groups = PackagedTemplates.at(Clock.system(Zone.SHANGHAI))
            .words(Finder.Synonyms.FILE, Finder.Synonyms.class)
            .groups();

    @Test
    void any_word_of_a_group_finds_the_others() {
        var reader = new QueryReader(groups, List.of(), "第(?<n>\\d{1,4})(?=条)");

        for (var group : groups) {
            var others =
                    group.stream().map(word -> Plain.of(word).replace(" ", "")).toList();
            for (var word : others) {
                assertThat(reader.read(word).terms())
                        .as(word)
                        .first()
                        .satisfies(term -> assertThat(term.synonyms())
                                .extracting(Query.Word::text)
                                .containsAll(others.stream()
                                        .filter(other ->
                                                !other.equals(term.typed().text()))
                                        .toList()));
            }
        }
    }
}
