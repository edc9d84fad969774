package ecobot.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlainTest {

    private static final String LETTERS = "水秸秆焚烧VOCs12.5第条，。 \n**#（）-ａ𠀀";

    @Test
    void letters_and_digits_stay_and_emphasis_vanishes() {
        assertThat(Plain.of("### 《固**废**法》（ＶＯＣｓ，PM2.5）\n- 第77條。")).isEqualTo("固废法 vocs pm2.5 第77条");
    }

    @Test
    void every_character_knows_where_it_came_from() {
        var random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            var text = any(random, 30);
            var plain = Plain.at(text);

            for (int at = 0; at < plain.text().length(); at++) {
                assertThat(plain.original(at)).isBetween(at == 0 ? 0 : plain.original(at - 1) + 1, text.length() - 1);
                if (plain.text().charAt(at) != ' ') {
                    assertThat(Plain.of(text.substring(plain.original(at), plain.original(at) + 1)))
                            .isIn(plain.text().substring(at, at + 1), "");
                }
            }
            assertThat(Plain.of(plain.text())).isEqualTo(plain.text());
        }
    }

    @Test
    void whatever_is_a_part_has_its_pairs_in_the_index() {
        var random = new Random(4);
        for (int i = 0; i < 5_000; i++) {
            var plain = Plain.of(any(random, 40));
            var tokens = Grams.tokens(plain);
            var words = plain.split(" ");
            var word = words[random.nextInt(words.length)];
            int from = word.isEmpty() ? 0 : random.nextInt(word.length());
            var part = word.substring(from);

            if (!part.isEmpty()) {
                assertThat(tokens)
                        .containsAll(Grams.of(part).stream().map(Grams::token).toList());
            }
            assertThat(tokens).allSatisfy(token -> assertThat(token).matches("[0-9a-f]{4}|[0-9a-f]{8}"));
        }
    }

    private static String any(Random random, int longest) {
        return random.ints(random.nextInt(longest) + 1, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
