package ecobot.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.chat.PackagedTemplates;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private static final QuizWords WORDS =
            PackagedTemplates.at(Clock.systemUTC()).words(QuizWords.FILE, QuizWords.class);
    private static final List<String> OPTIONS = List.of("县级以上主管部门", "镇里", "不用备案");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A|0
                    b|1
                    Ｃ|2
                    ｂ。|1
                    (B)|1
                    1|0
                    ３|2
                    2.|1
                    不用备案|2
                    不用备案。|2
                    鎮裡|1
                    B 镇里|1
                    B、镇里|1
                    选A|0
                    我选 b|1
                    答案是C|2
                    答案：C|2
                    选不用备案|2
                    """)
    void answers_are_understood_as_people_type_them(String typed, int option) {
        assertThat(read(typed, OPTIONS)).isEqualTo(OptionalInt.of(option));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "4", "0", "AB", "A镇里", "备案", "不知道", "好", "12", "。", "是"})
    void what_is_no_answer_or_not_clear_is_none(String typed) {
        assertThat(read(typed, OPTIONS)).isEmpty();
    }

    @Test
    void option_that_is_a_number_is_meant_before_its_position() {
        assertThat(read("3", List.of("1", "3", "5"))).isEqualTo(OptionalInt.of(1));
        assertThat(read("3", List.of("5", "7", "9"))).isEqualTo(OptionalInt.of(2));
        assertThat(read("15天", List.of("15天", "60天"))).isEqualTo(OptionalInt.of(0));
    }

    @Test
    void options_that_differ_by_a_sign_alone_are_told_apart() {
        assertThat(read("≤5", List.of("≥5", "≤5"))).isEqualTo(OptionalInt.of(1));
        assertThat(read("5", List.of("≥5", "≤5"))).isEmpty();
    }

    @Test
    void yes_and_no_are_words_of_their_own() {
        assertThat(read("是", List.of("是", "不是"))).isEqualTo(OptionalInt.of(0));
        assertThat(read("不是", List.of("是", "不是"))).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void what_a_button_says_is_read_back() {
        var tap = WORDS.tap(new QuestionKey(12, 3), "B");

        assertThat(tap).startsWith("/答题 ");
        assertThat(Wish.of(tap.substring("/答题".length()), WORDS)).contains(new Wish.Answer(new QuestionKey(12, 3), 1));
    }

    @Test
    void wishes_are_read_with_and_without_measure_words() {
        assertThat(Wish.of("", WORDS)).contains(new Wish.Any());
        for (var typed : List.of("12", " 12号", "第12号", "#12", "资料12", "１２")) {
            assertThat(Wish.of(typed, WORDS)).as(typed).contains(new Wish.OfMaterial(12));
        }
        assertThat(Wish.of("结果 12号", WORDS)).contains(new Wish.Results(12));
        assertThat(Wish.of("结果", WORDS)).isEqualTo(Optional.empty());
        assertThat(Wish.of("固废法", WORDS)).isEqualTo(Optional.empty());
        assertThat(Wish.of("12 13", WORDS)).isEqualTo(Optional.empty());
    }

    private static OptionalInt read(String typed, List<String> options) {
        return new AnswerReader(options, WORDS.before()).read(typed);
    }
}
