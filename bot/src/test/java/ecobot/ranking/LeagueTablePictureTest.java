package ecobot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.picture.ChineseFont;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LeagueTablePictureTest {

    private final LeagueTablePicture.Drawn drawn = LeagueTablePicture.draw(LeagueTableFixture.view());

    @Test
    void picture_is_upright_and_small_enough_for_a_phone() throws IOException {
        var image = read(drawn.png());

        assertThat(image.getWidth()).isEqualTo(920).isLessThan(image.getHeight());
        assertThat(drawn.png()).hasSizeLessThanOrEqualTo(100 * 1024);
    }

    @Test
    void picture_with_groups_marks_and_notes_is_small_enough_too() {
        assertThat(LeagueTablePicture.draw(TableView.of(LeagueTableFixture.grouped(), 1, LeagueTableFixture.WORDS))
                        .png())
                .hasSizeLessThanOrEqualTo(100 * 1024);
        var hard = LeagueTablePicture.draw(TableView.of(LeagueTableFixture.hard(), 2, LeagueTableFixture.WORDS));
        assertThat(hard.png()).hasSizeLessThanOrEqualTo(100 * 1024);
        assertThat(hard.words()).contains("*", "* 新丰镇红码：1 件逾期超过 15 个工作日");
    }

    @Test
    void picture_with_twelve_periods_of_scores_is_small_enough_too() {
        var twelve = LeagueTablePicture.draw(TableView.of(LeagueTableFixture.twelfth(), 1, LeagueTableFixture.WORDS));

        assertThat(twelve.png()).hasSizeLessThanOrEqualTo(100 * 1024);
        assertThat(twelve.words()).anyMatch(word -> word.contains("近 12 期得分"));
    }

    @Test
    void every_unit_with_a_reason_is_marked_and_the_picture_still_small_enough() {
        var none = Figures.Share.NONE;
        var entries = LeagueTableFixture.entries().stream()
                .map(e -> new LeagueTable.Entry(
                        e.unitId(),
                        e.unit(),
                        e.kind(),
                        e.order(),
                        new Figures(9, 9, 0, 13, 12, 11, none, none, none, 0, 0)))
                .toList();
        var table = LeagueTable.of(
                LeagueTableFixture.WEEK, LeagueTableFixture.CUT_OFF, LeagueTableFixture.RULES, entries, null);

        var picture = LeagueTablePicture.draw(TableView.of(table, 1, LeagueTableFixture.WORDS));

        assertThat(picture.png()).hasSizeLessThanOrEqualTo(100 * 1024);
        assertThat(picture.words())
                .contains("* 还有 8 家的原因见文字列表")
                .filteredOn("*"::equals)
                .hasSize(11);
    }

    @Test
    void picture_is_not_blank() throws IOException {
        var image = read(drawn.png());
        int bottom = image.getHeight() - 100;

        assertThat(inkIn(image, 250, bottom)).isGreaterThan(10_000);
    }

    @Test
    void same_table_gives_same_bytes() {
        var again = LeagueTablePicture.draw(LeagueTableFixture.view());

        assertThat(again.png()).isEqualTo(drawn.png());
    }

    @Test
    void other_figures_give_another_picture() {
        var other = TableView.of(LeagueTableFixture.before(), 1, LeagueTableFixture.WORDS);

        assertThat(LeagueTablePicture.draw(other).png()).isNotEqualTo(drawn.png());
    }

    @Test
    void every_word_of_the_picture_is_in_the_font() {
        var words = String.join("", drawn.words());

        assertThat(ChineseFont.regular(12).canDisplayUpTo(words)).isEqualTo(-1);
        assertThat(ChineseFont.drawable("\uD83C\uDFF8")).isEqualTo("□");
    }

    @Test
    void picture_shows_every_figure_of_the_view() {
        var view = LeagueTableFixture.view();
        var expected = Stream.concat(view.ranked().stream(), view.small().stream())
                .flatMap(row -> Stream.of(row.rank(), row.unit(), row.score(), row.closed(), row.overdue(), row.code()))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toList());

        assertThat(drawn.words()).containsAll(expected).contains(view.title(), view.period(), view.cutOff());
    }

    @Test
    void long_name_is_broken_in_two_rather_than_shrunk() {
        var table = LeagueTable.of(
                LeagueTableFixture.WEEK,
                LeagueTableFixture.CUT_OFF,
                LeagueTableFixture.RULES,
                List.of(LeagueTableFixture.entry(1, "经济技术开发区管委会", 4, 4, 0, 0)),
                null);

        var words = LeagueTablePicture.draw(TableView.of(table, 1, LeagueTableFixture.WORDS))
                .words();

        assertThat(words).containsSubsequence("经济技术开", "发区管委会");
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int inkIn(BufferedImage image, int top, int bottom) {
        int ink = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFF) < 128) {
                    ink++;
                }
            }
        }
        return ink;
    }
}
