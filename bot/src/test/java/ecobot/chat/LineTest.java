package ecobot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {

    private static final List<String> WORDS = List.of("shangbao", "report", "上报", "我的", "sb", "查", "c");

    @ParameterizedTest
    @CsvSource({
        "/上报新丰镇, 上报, 新丰镇",
        "／上报　新丰镇, 上报, 新丰镇",
        "、上报 x, 上报, x",
        "上报：河边, 上报, 河边",
        "上报河边, 上报, 河边",
        "/sb新丰, sb, 新丰",
        "SB 新丰, sb, 新丰",
        "/查12, 查, 12",
        "查12, 查, 12",
        "/查河边, 查, 河边",
        "/c 12, c, 12",
        "@生态办 上报 河边, 上报, 河边",
        "＠生态办　/查 12, 查, 12"
    })
    void the_first_word_is_the_command(String typed, String word, String arguments) {
        var start = Line.of(typed).startOf(WORDS).orElseThrow();

        assertThat(start.word()).isEqualTo(word);
        assertThat(start.arguments()).isEqualTo(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"查一查", "c 12", "reporter", "/sbx", "新丰上报", ""})
    void other_words_start_nothing(String typed) {
        assertThat(Line.of(typed).startOf(WORDS)).isEmpty();
    }

    @Test
    void line_ends_in_a_pasted_notice_are_kept() {
        assertThat(Line.of("/上报\n【问题】河水发黑\n【期限】3天内")
                        .startOf(WORDS)
                        .orElseThrow()
                        .arguments())
                .isEqualTo("【问题】河水发黑\n【期限】3天内");
    }
}
