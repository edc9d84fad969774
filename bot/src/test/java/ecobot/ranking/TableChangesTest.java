package ecobot.ranking;

import static ecobot.ranking.LeagueTableFixture.CUT_OFF;
import static ecobot.ranking.LeagueTableFixture.RULES;
import static ecobot.ranking.LeagueTableFixture.TEMPLATES;
import static ecobot.ranking.LeagueTableFixture.WEEK;
import static ecobot.ranking.LeagueTableFixture.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import ecobot.ranking.Figures.Share;
import ecobot.ranking.LeagueTable.Row;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people read of a corrected table. */
class TableChangesTest {

    private static final TableChanges CHANGES =
            new TableChanges(TEMPLATES.words(AppealWords.FILE, AppealWords.class), WORDS);

    @Test
    void figures_that_changed_are_named_after_score_rank_and_code() {
        var before = row("54.0", 10, Code.RED, Figures.of(4, 2, 0, 3));
        var after = row("58.7", 9, Code.YELLOW, Figures.of(3, 2, 0, 2));

        assertThat(lines(before, after))
                .containsExactly("大桥镇 54.0 → 58.7 分，第 10 → 9 名，红 → 黄 码，到期 4 → 3 件，累计逾期 3 → 2 件");
    }

    @Test
    void unit_without_a_score_has_its_figures_told() {
        assertThat(lines(row(null, null, null, Figures.of(2, 1, 0, 1)), row(null, null, null, Figures.of(2, 1, 1, 0))))
                .containsExactly("大桥镇 办结 1 → 2 件，累计逾期 1 → 0 件");
    }

    @Test
    void what_stands_in_no_table_is_told_when_nothing_else_is() {
        var before = new Figures(2, 1, 1, 1, 0, 0, new Share(1, 2), Share.NONE, Share.NONE, 1, 0);
        var after = new Figures(2, 2, 0, 1, 0, 0, new Share(2, 2), Share.NONE, Share.NONE, 0, 0);

        assertThat(lines(row(null, null, null, before), row(null, null, null, after)))
                .containsExactly("大桥镇 按期办结 1 → 2 件，一次核查通过 1/2 → 2/2，核查退回 1 → 0 次");
        assertThat(lines(row("90.0", 1, Code.GREEN, before), row("95.0", 1, Code.GREEN, after)))
                .containsExactly("大桥镇 90.0 → 95.0 分");
        assertThat(lines(row("90.0", 1, Code.GREEN, before), row("90.0", 1, Code.GREEN, before)))
                .isEmpty();
    }

    private static List<String> lines(Row before, Row after) {
        return CHANGES.of(table(before), table(after), 1);
    }

    private static LeagueTable table(Row row) {
        return new LeagueTable(WEEK, null, CUT_OFF, RULES, List.of(row));
    }

    private static Row row(@Nullable String score, @Nullable Integer rank, @Nullable Code code, Figures figures) {
        return new Row(
                1,
                "大桥镇",
                1,
                null,
                figures,
                rank,
                null,
                score == null ? null : new BigDecimal(score),
                code,
                null,
                List.of());
    }
}
