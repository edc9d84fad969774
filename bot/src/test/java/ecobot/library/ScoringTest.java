package ecobot.library;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.library.Material.Category;
import ecobot.library.Scoring.Scored;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final QueryReader READER = new QueryReader(
            List.of(List.of("秸秆", "露天焚烧"), List.of("挥发性有机物", "VOCs")), List.of("怎么", "请问"), "第(?<n>\\d{1,4})(?=[条号])");

    private int number;

    @Test
    void title_comes_before_tags_before_text_and_one_piece_before_scattered() {
        var query = READER.read("危险废物");
        var inTitle = doc("危险废物的贮存", "", "", 2020);
        var scatteredInTitle = doc("危险 险废 废物", "", "", 2024);
        var inTags = doc("贮存", "危险废物", "", 2024);
        var inText = doc("贮存", "", "这是危险废物", 2024);
        var scatteredInText = doc("贮存", "", "危险 险废 废物", 2024);
        var elsewhere = doc("贮存", "危险品", "废物", 2024);

        assertThat(ranked(query, scatteredInText, inText, inTags, scatteredInTitle, inTitle, elsewhere))
                .containsExactly(inTitle, scatteredInTitle, inTags, inText, scatteredInText);
    }

    @Test
    void newer_comes_first_among_equals_and_superseded_last_of_all() {
        var query = READER.read("噪声");
        var old = doc("噪声", "", "", 1996);
        var fresh = doc("噪声", "", "", 2022);
        var replaced = replaced(doc("噪声法", "", "", 2025));
        var mentions = doc("其他", "", "噪声", 1990);

        assertThat(ranked(query, replaced, old, mentions, fresh)).containsExactly(fresh, old, mentions, replaced);
    }

    @Test
    void words_that_say_the_same_are_found_behind_the_word_itself() {
        var typed = doc("秸秆禁烧", "", "", 2020);
        var same = doc("露天焚烧", "", "", 2024);

        assertThat(ranked(READER.read("秸秆"), same, typed)).containsExactly(typed, same);
        assertThat(ranked(READER.read("vocs"), doc("挥发性有机物治理", "", "", 2020))).hasSize(1);
        assertThat(ranked(READER.read("请问秸秆怎么处理"), doc("秸秆", "", "离田处理", 2020)))
                .as("a sentence is cut at what it knows")
                .hasSize(1);
    }

    @Test
    void an_article_is_found_by_digits_and_by_numerals_but_not_in_another_number() {
        assertThat(ranked(READER.read("第77条"), doc("法", "", "依据第七十七条", 2020))).hasSize(1);
        assertThat(ranked(READER.read("第42条"), doc("法", "", "第422条和第四百二十二条", 2020)))
                .isEmpty();
    }

    @Test
    void one_character_latin_and_numbers_are_words_like_others() {
        assertThat(ranked(READER.read("水"), doc("污水", "", "", 2020), doc("大气", "", "", 2020)))
                .hasSize(1);
        assertThat(ranked(READER.read("PM2.5"), doc("浓度", "", "PM2.5 超过 35", 2020)))
                .hasSize(1);
        assertThat(READER.read("？！").isEmpty()).isTrue();
    }

    @Test
    void a_passage_shows_what_was_found_and_nothing_that_could_be_a_mark() {
        var text = "第一段没有。\n- 村里[夜间](https://example.org)**露天焚烧**垃圾，@所有人 都闻到。";

        assertThat(Passage.of(text, READER.read("焚烧"))).contains("露天**焚烧**垃圾").doesNotContain("](", "@所有人", "****");
    }

    private static List<Doc> ranked(Query query, Doc... docs) {
        return Arrays.stream(docs)
                .map(doc -> new Scored(doc, Scoring.points(query, doc)))
                .filter(scored -> scored.points() > 0)
                .sorted(Scoring.ORDER)
                .map(Scored::doc)
                .toList();
    }

    private Doc doc(String title, String tags, String body, int year) {
        return new Doc(
                ++number,
                1,
                Category.LAW,
                false,
                Plain.of(title),
                Plain.of(tags),
                Plain.of(body),
                LocalDate.of(year, 1, 1));
    }

    private static Doc replaced(Doc doc) {
        return new Doc(doc.id(), 1, doc.category(), true, doc.title(), doc.tags(), doc.body(), doc.day());
    }
}
