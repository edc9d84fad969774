package ecobot.ranking;

import static ecobot.ranking.LeagueTableFixture.TEMPLATES;
import static ecobot.ranking.LeagueTableFixture.WORDS;
import static ecobot.ranking.LeagueTableFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;

import ecobot.ranking.TableView.RowView;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LeagueTableTextTest {

    @Test
    void list_text_reads_well_without_the_picture() {
        var message = TEMPLATES.render("ranking/league-table", LeagueTableFixture.view());

        assertThat(message.title()).isEqualTo("整改排名 11月16日—22日");
        assertThat(message.text()).isEqualTo("""
                        ### 整改排名 11月16日—22日

                        - **1** 大桥镇 绿码 **100.0** 分，到期 12 件，办结 12 件（↑9，上期 10）
                        - **1** 凤桥镇 绿码 **100.0** 分，到期 8 件，办结 8 件（↑2，上期 3）
                        - **3** 七星街道 绿码 **92.1** 分，到期 9 件，办结 9 件（↑1，上期 4）
                        - **4** 新丰镇 绿码 **90.9** 分，到期 11 件，办结 10 件；累计逾期 **1** 件（↓3，上期 1）
                        - **5** 新嘉街道 黄码 **89.8** 分，到期 7 件，办结 7 件（平，上期 5）
                        - **6** 解放街道 黄码 **83.3** 分，到期 6 件，办结 5 件；累计逾期 **1** 件（↓5，上期 1）
                        - **7** 新兴街道 黄码 **71.4** 分，到期 5 件，办结 5 件（新）
                        - **8** 东栅街道 红码 **70.4** 分，到期 14 件，办结 12 件；累计逾期 **2** 件（↓1，上期 7）
                        - **9** 南湖街道 红码 **58.2** 分，到期 13 件，办结 9 件；累计逾期 **12** 件（↓1，上期 8）
                        - **10** 余新镇 红码 **48.6** 分，到期 10 件，办结 7 件；累计逾期 **3** 件（↓4，上期 6）

                        样本不足，不参加排名：

                        - 建设街道，到期 2 件，办结 2 件

                        到期、办结只算这一周的，累计逾期连以前各周的也算。

                        数据截至 11月23日 00:00

                        看本单位怎么算的，请发：/排名 单位名""".stripIndent());
    }

    @Test
    void text_and_picture_say_the_same_of_every_unit() {
        var view = LeagueTableFixture.view();
        var text = TEMPLATES.render("ranking/league-table", view).text();
        var picture = LeagueTablePicture.draw(view).words();

        for (var row : view.ranked()) {
            assertThat(lineOf(row.unit(), text)).containsSubsequence(inText(row));
            assertThat(picture).containsSubsequence(inPicture(row));
        }
        for (var row : view.small()) {
            assertThat(lineOf(row.unit(), text)).contains(row.due() + " 件").contains(row.done() + " 件");
            assertThat(picture).containsSubsequence(row.unit(), row.closed(), row.overdue());
        }
    }

    @Test
    void one_unit_reads_its_arithmetic() {
        var table = LeagueTableFixture.table();
        var row = table.rowOf(4).orElseThrow();

        var message = TEMPLATES.render("ranking/rank-unit", PlaceView.of(table, row, WORDS));

        assertThat(message.title()).isEqualTo("新丰镇本周暂列第 4 名");
        assertThat(message.text())
                .contains("共 10 家参加排名，绿码，**90.9** 分（↓3，上期 1）")
                .contains("得分＝（50×10/11＋20×10/11）÷70×100＝**90.9**")
                .contains("累计还有 **1** 件逾期未办结，不论哪一周到期，请发：/期限 新丰镇");
    }

    @Test
    void unit_with_a_small_sample_reads_why_it_has_no_rank() {
        var table = LeagueTableFixture.table();
        var row = table.rowOf(7).orElseThrow();

        var message = TEMPLATES.render("ranking/rank-unit", PlaceView.of(table, row, WORDS));

        assertThat(message.title()).isEqualTo("建设街道本周样本不足");
        assertThat(message.text()).contains("本周到期 2 件，不足 3 件，不参加排名；办结 2 件");
    }

    @Test
    void week_that_has_just_begun_says_that_there_is_no_rank_yet() {
        var table = LeagueTable.of(
                LeagueTableFixture.WEEK,
                LeagueTableFixture.CUT_OFF,
                LeagueTableFixture.RULES,
                List.of(entry(1, "新丰镇", 0, 0, 0, 2)),
                null);

        var message = TEMPLATES.render("ranking/rank", TableView.of(table, 0, WORDS));

        assertThat(message.title()).isEqualTo("本周整改排名（截至目前）");
        assertThat(message.text())
                .contains("暂时排不出名次")
                .contains("- 新丰镇，到期 0 件，办结 0 件；累计逾期 **2** 件")
                .contains("11月16日—22日");
    }

    @Test
    void preview_tells_what_is_posted_next() {
        var next = LeagueTableFixture.CUT_OFF.plusSeconds(9 * 3600);

        var pending =
                TEMPLATES.render("ranking/preview", new Publication.Preview(LeagueTableFixture.view(), true, next));
        var running = TEMPLATES.render(
                "ranking/preview",
                new Publication.Preview(TableView.of(LeagueTableFixture.table(), 0, WORDS), false, next));

        assertThat(pending.text())
                .contains("还没有发布")
                .contains("11月23日 09:00 会自动发布")
                .contains("/排名 发布");
        assertThat(running.text()).contains("上周的表已经发布").contains("11月23日 09:00 自动发布");
    }

    @Test
    void every_refusal_can_be_read() {
        for (var name : List.of("publish-not-allowed", "publish-nobody", "which-unit")) {
            assertThat(TEMPLATES.render("ranking/" + name, Map.of()).title()).isNotBlank();
        }
        assertThat(TEMPLATES
                        .render("ranking/unknown-unit", Map.of("typed", "火星"))
                        .title())
                .isEqualTo("没有找到“火星”这个单位");
        assertThat(TEMPLATES
                        .render("ranking/unit-not-ranked", Map.of("unit", "南湖分局"))
                        .title())
                .isEqualTo("南湖分局不参加排名");
        assertThat(TEMPLATES
                        .render(
                                "ranking/already-posted",
                                Map.of("period", "11月16日—11月22日", "at", LeagueTableFixture.CUT_OFF))
                        .text())
                .contains("11月23日 00:00 已发布，数据没有变化");
        assertThat(TEMPLATES
                        .render("ranking/published", Map.of("period", "p", "edition", "", "groups", 14))
                        .title())
                .isEqualTo("排名已发布到 14 个工作群");
    }

    private static String lineOf(String unit, String text) {
        var line = Pattern.compile("^.*" + Pattern.quote(unit) + ".*$", Pattern.MULTILINE)
                .matcher(text);
        assertThat(line.find()).isTrue();
        return line.group();
    }

    private static List<String> inText(RowView row) {
        return List.of(
                row.rank(), row.unit(), row.code(), row.score(), row.due(), row.done(), row.change(), row.last());
    }

    private static List<String> inPicture(RowView row) {
        return List.of(row.unit(), row.code(), row.score(), row.closed(), row.overdue());
    }
}
