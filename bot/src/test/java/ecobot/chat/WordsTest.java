package ecobot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {

    enum Colour {
        RED,
        GREEN
    }

    record Words(String name, int days, List<String> aliases, Map<Colour, String> colours) {}

    record Steps(List<Step> steps) {}

    record Step(int days) {
        Step {
            if (days < 0) {
                throw new IllegalArgumentException("days must not be negative");
            }
        }
    }

    private static final String GOOD = """
            name: no
            days: 3
            aliases: [yes, 12:30, 007]
            colours: {RED: 红, GREEN: 绿}
            """;

    @Test
    void words_stay_words_and_the_record_says_what_they_become() {
        assertThat(bind(GOOD))
                .isEqualTo(
                        new Words("no", 3, List.of("yes", "12:30", "007"), Map.of(Colour.RED, "红", Colour.GREEN, "绿")));
    }

    @Test
    void an_unknown_key_is_named_with_file_and_line() {
        assertThatThrownBy(() -> bind(GOOD + "nmae: x\n")).hasMessageContainingAll("try/words.yml:5:", "nmae");
    }

    @Test
    void a_missing_key_is_named() {
        assertThatThrownBy(() -> bind(GOOD.replace("days: 3\n", ""))).hasMessageContainingAll("try/words.yml:", "days");
    }

    @Test
    void a_wrong_value_is_named_with_its_line() {
        assertThatThrownBy(() -> bind(GOOD.replace("3", "three"))).hasMessageContainingAll("try/words.yml:2:", "three");
        assertThatThrownBy(() -> bind(GOOD.replace("GREEN", "BLUE")))
                .hasMessageContainingAll("try/words.yml:4:", "BLUE");
    }

    @Test
    void a_key_that_is_there_twice_and_broken_yaml_are_named_with_their_line() {
        assertThatThrownBy(() -> bind(GOOD + "days: 4\n")).hasMessageContainingAll("try/words.yml:5:", "days", "twice");
        assertThatThrownBy(() -> bind("name: [x\ndays: 3")).hasMessageContaining("try/words.yml:2:");
        assertThatThrownBy(() -> bind("")).hasMessageContaining("try/words.yml:1:");
    }

    @Test
    void what_a_record_refuses_is_named_with_its_line() {
        var text = "steps:\n  - {days: 1}\n  - {days: 2}\n  - {days: -3}\n";

        assertThatThrownBy(() -> new YamlText("try/steps.yml", text).bind(Steps.class))
                .hasMessageContainingAll("try/steps.yml:4:", "days must not be negative");
    }

    @Test
    void key_that_a_rule_names_is_found_below_others() {
        var text = "limits:\n  least: 1\n  most: -3\n";

        assertThatThrownBy(() -> new YamlText("try/limits.yml", text).bind(Outer.class))
                .hasMessageContainingAll("try/limits.yml:3:", "limits.most must not be negative");
    }

    record Outer(Limits limits) {}

    record Limits(int least, int most) {
        Limits {
            if (most < 0) {
                throw new IllegalArgumentException("limits.most must not be negative");
            }
        }
    }

    private static Words bind(String text) {
        return new YamlText("try/words.yml", text).bind(Words.class);
    }
}
