package ecobot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void full_width_traditional_and_case_become_one_form() {
        assertThat(Folding.fold("／上報　新豐鎮，ＡＢＣ１２")).isEqualTo("/上报 新丰镇,abc12");
        assertThat(Folding.fold("於後裡環境診斷")).isEqualTo("于后里环境诊断");
        assertThat(Folding.fold("“a”—\u00A0\u2005b。")).isEqualTo("\"a\"-  b.");
    }

    @Test
    void folding_keeps_the_length_of_any_text() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var text = random.ints(random.nextInt(30), 0, Character.MAX_CODE_POINT + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            assertThat(Folding.fold(text)).hasSameSizeAs(text);
        }
    }

    @Test
    void folding_twice_changes_nothing_more() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            assertThat(Folding.fold(Folding.fold(c))).isEqualTo(Folding.fold(c));
        }
    }

    @Test
    void what_nobody_sees_is_taken_out() {
        assertThat(Folding.visible("/上\u200B报\u202E 新\uFEFF丰\n第二行\u0000")).isEqualTo("/上报 新丰\n第二行");
    }

    @Test
    void pinyin_is_what_people_type() {
        assertThat(Pinyin.of("新豐镇")).isEqualTo("xinfengzhen");
        assertThat(Pinyin.of("绿色 A１")).isEqualTo("lvsea1");
        assertThat(Pinyin.initials("新丰镇")).isEqualTo("xfz");
        assertThat(Pinyin.initials("南湖 12")).isEqualTo("nh12");
    }

    @Test
    void every_character_has_a_sound_or_stays() {
        for (char c = 0x4E00; c < 0x9FA6; c++) {
            assertThat(Pinyin.of(String.valueOf(c))).isNotEmpty();
        }
    }

    @Test
    void distance_counts_single_slips() {
        assertThat(EditDistance.between("上报", "上报")).isZero();
        assertThat(EditDistance.between("report", "reprot")).isEqualTo(1);
        assertThat(EditDistance.between("paiming", "paimin")).isEqualTo(1);
        assertThat(EditDistance.between("", "ab")).isEqualTo(2);
        assertThat(EditDistance.between("kitten", "sitting")).isEqualTo(3);
    }
}
