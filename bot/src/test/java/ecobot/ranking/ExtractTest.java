package ecobot.ranking;

import static ecobot.ranking.LeagueTableFixture.RULES;
import static ecobot.ranking.LeagueTableFixture.TEMPLATES;
import static ecobot.ranking.LeagueTableFixture.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import ecobot.ranking.LeagueTable.Entry;
import ecobot.ranking.TableView.RowView;
import ecobot.workbook.TestSheets;
import ecobot.workbook.UnreadableWorkbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ExtractTest {

    private static final int UNITS = 1_500;

    /** What a group message may hold, with its envelope. */
    private static final int MESSAGE = 15_000;

    private final LeagueTable table = table(RULES);
    private final TableView view = TableView.of(table, 1, WORDS);

    @Test
    void fifteen_hundred_units_are_the_first_and_last_eight_and_the_own_ones() {
        long own = table.ranked().get(700).unitId();
        long ownSmall = table.unranked().get(20).unitId();

        var shown = Extract.of(table, view, List.of(own, ownSmall), WORDS);

        assertThat(shown.ranked()).hasSize(17);
        assertThat(shown.ranked().subList(0, 8)).isEqualTo(view.ranked().subList(0, 8));
        assertThat(shown.ranked().get(8).unit())
                .isEqualTo(table.ranked().get(700).unit());
        assertThat(shown.ranked().get(8).gap()).isEqualTo("其间 692 家没有列，全部见 /导出 排名");
        assertThat(shown.ranked().get(16)).isEqualTo(last(view.ranked()));
        assertThat(shown.small()).hasSize(1);
        assertThat(last(shown.small()).unit())
                .isEqualTo(table.unranked().get(20).unit());
        assertThat(shown.smallMore()).isEqualTo("另有 " + (table.unranked().size() - 1) + " 家样本不足没有列");
        int leftOut = shown.ranked().stream()
                .map(RowView::gap)
                .filter(gap -> !gap.isEmpty())
                .mapToInt(gap -> Integer.parseInt(gap.replaceAll("\\D", "")))
                .sum();
        assertThat(leftOut + shown.ranked().size()).isEqualTo(view.ranked().size());
    }

    @Test
    void list_fits_into_a_message_and_picture_onto_a_phone_whoever_reads_and_whatever_the_rules() throws IOException {
        var everything = LongStream.rangeClosed(1, UNITS).boxed().toList();
        for (var rules : List.of(RULES, grouped(10, 10, 10), grouped(15, 15, 0), grouped(1, 1, 28))) {
            var large = table(rules);
            var all = TableView.of(large, 1, WORDS);

            var text = TEMPLATES
                    .render(
                            "ranking/league-table",
                            new AppealViews.Posted(Extract.of(large, all, everything, WORDS), 1, 5))
                    .text();
            var picture = LeagueTablePicture.draw(Extract.of(large, all, Set.of(), WORDS));

            assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MESSAGE);
            assertThat(ImageIO.read(new ByteArrayInputStream(picture.png())).getHeight())
                    .isLessThan(2 * 2_800);

            assertThat(TEMPLATES
                            .render("ranking/codes", CodesView.of(large, true, WORDS, List.of()))
                            .text()
                            .getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThan(MESSAGE);
        }
    }

    @Test
    void picture_of_fifteen_hundred_units_is_small_enough() {
        assertThat(LeagueTablePicture.draw(Extract.of(table, view, Set.of(), WORDS))
                        .png())
                .hasSizeLessThanOrEqualTo(100 * 1024);
    }

    @Test
    void picture_says_what_it_leaves_out() {
        assertThat(LeagueTablePicture.draw(Extract.of(table, view, Set.of(), WORDS))
                        .words())
                .contains(
                        last(Extract.of(table, view, Set.of(), WORDS).ranked()).unit())
                .anyMatch(word -> word.matches("其间 \\d+ 家没有列，全部见 /导出 排名"))
                .anyMatch(word -> word.matches("另有 \\d+ 家样本不足没有列"));
    }

    @Test
    void each_group_has_its_first_and_last() {
        var large = table(grouped(10, 10, 10));

        var shown = Extract.of(large, TableView.of(large, 1, WORDS), Set.of(), WORDS);

        assertThat(shown.ranked()).hasSize(20);
        assertThat(shown.ranked())
                .filteredOn(row -> !row.group().isEmpty())
                .extracting(RowView::group)
                .containsExactly("镇", "街道");
        assertThat(shown.ranked()).filteredOn(row -> !row.gap().isEmpty()).hasSize(2);
    }

    @Test
    void a_single_unit_between_two_that_are_shown_is_shown_too() {
        long second = table.ranked().get(9).unitId();

        var shown = Extract.of(table, view, List.of(second), WORDS);

        assertThat(shown.ranked().subList(0, 10)).isEqualTo(view.ranked().subList(0, 10));
    }

    @Test
    void small_table_is_shown_whole() {
        var eleven = LeagueTableFixture.view();

        assertThat(Extract.of(LeagueTableFixture.table(), eleven, Set.of(), WORDS))
                .isSameAs(eleven);
    }

    @Test
    void workbook_has_all_of_them() throws UnreadableWorkbook {
        var book = new TableWorkbook(
                        table,
                        new RankView(view, "1", 1, Instant.EPOCH, false),
                        WORDS,
                        TEMPLATES.words(WorkbookWords.FILE, WorkbookWords.class))
                .bytes();

        assertThat(book.length).isLessThan(1 << 20);
        assertThat(TestSheets.reader().sheets(book).get(0).rows()).hasSizeGreaterThan(TaskSheetReader.BOUNDS.rows());
    }

    private static LeagueTable table(Rules rules) {
        var random = new Random(20261128);
        List<Entry> entries = RandomTables.entries(UNITS, random);
        return RandomTables.table(entries, rules, RandomTables.table(new ArrayList<>(entries), rules, null));
    }

    private static Rules grouped(int top, int bottom, int own) {
        var grouped = LeagueTableFixture.grouped().rules();
        return new Rules(
                grouped.version(),
                grouped.weights(),
                grouped.deductions(),
                grouped.minimum(),
                grouped.groups(),
                grouped.bands(),
                grouped.overrides(),
                grouped.consequences(),
                grouped.appealDays(),
                new Rules.Shown(top, bottom, own));
    }

    private static RowView last(List<RowView> rows) {
        return rows.get(rows.size() - 1);
    }
}
