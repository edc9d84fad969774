package ecobot.ranking;

import static ecobot.ranking.LeagueTableFixture.TEMPLATES;
import static ecobot.ranking.LeagueTableFixture.WORDS;
import static ecobot.ranking.LeagueTableFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;

import ecobot.issue.Issue.Kind;
import ecobot.issue.IssueMark;
import ecobot.issue.IssueMark.Mark;
import ecobot.ranking.TableView.RowView;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LeagueTableTextTest {

    @Test
    void list_text_reads_well_without_the_picture() {
        var message = TEMPLATES.render("ranking/league-table", posted(LeagueTableFixture.view()));

        assertThat(message.title()).isEqualTo("整改排名 11月16日—22日");
        assertThat(message.text()).isEqualTo("""
                        ### 整改排名 11月16日—22日

                        - **1** 大桥镇 黄码 **100.0** 分，到期 12 件，办结 12 件（↑9，上期 10）；红码整改后先转黄码
                        - **1** 凤桥镇 绿码 **100.0** 分，到期 8 件，办结 8 件（↑2，上期 3）
                        - **3** 七星街道 绿码 **92.1** 分，到期 9 件，办结 9 件（↑1，上期 4）
                        - **4** 新嘉街道 绿码 **89.8** 分，到期 7 件，办结 7 件（↑1，上期 5）
                        - **5** 新丰镇 黄码 **88.9** 分（已扣 2 分），到期 11 件，办结 10 件；累计逾期 **1** 件（↓4，上期 1）
                        - **6** 解放街道 黄码 **81.3** 分（已扣 2 分），到期 6 件，办结 5 件；累计逾期 **1** 件（↓5，上期 1）
                        - **7** 新兴街道 黄码 **71.4** 分，到期 5 件，办结 5 件（新）
                        - **8** 东栅街道 红码 **66.4** 分（已扣 4 分），到期 14 件，办结 12 件；累计逾期 **2** 件（↓1，上期 7）
                        - **9** 南湖街道 红码 **48.2** 分（已扣 10 分），到期 13 件，办结 9 件；累计逾期 **12** 件（↓1，上期 8）；连续 2 期红码，建议约谈
                        - **10** 余新镇 红码 **42.6** 分（已扣 6 分），到期 10 件，办结 7 件；累计逾期 **3** 件（↓4，上期 6）

                        样本不足，不参加排名：

                        - 建设街道，到期 2 件，办结 2 件

                        到期、办结只算这一期的，累计逾期连以前各期的也算。

                        数据截至 11月23日 00:00

                        看本单位怎么算的，请发：/为什么 单位名

                        表号 12。有异议，5 个工作日内由联络员发：/申诉 理由""".stripIndent());
    }

    @Test
    void text_and_picture_say_the_same_of_every_unit() {
        var view = LeagueTableFixture.view();
        var text = TEMPLATES.render("ranking/league-table", posted(view)).text();
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

        var message = TEMPLATES.render("ranking/rank-unit", PlaceView.of(table, row, "", WORDS, List.of()));

        assertThat(message.title()).isEqualTo("新丰镇 11月16日—22日 第 5 名");
        assertThat(message.text())
                .contains("共 10 家参加排名，黄码，**88.9** 分（↓4，上期 1）")
                .contains("得分＝（50×10/11＋20×10/11）÷70×100－扣分 2＝**88.9**")
                .contains("累计还有 **1** 件逾期未销号，不论哪一期到期，请发：/期限 新丰镇");
    }

    @Test
    void rules_stand_under_the_table_in_words() {
        assertThat(LeagueTableFixture.view().rules())
                .contains(
                        "得分＝按期办结率×50＋办结率×20＋一次核查通过率×15＋月度任务×10＋培训阅读率×5，折成百分制；"
                                + "扣分：累计逾期每件 2（最多 10）、核查退回每件 1、回头看不通过每件 2。",
                        "一次核查通过率、月度任务、培训阅读率没有数的不计，权重摊到其余项。",
                        "有逾期超过 5 个工作日的至少黄码；超过 15 个的红码；连续 2 期黄码转红码；" + "红码后先黄后绿；取最差。",
                        "排名规则第 2 版");
        assertThat(LeagueTableFixture.view().notes()).containsExactly("* 大桥镇黄码：红码整改后先转黄码", "* 南湖街道红码：连续 2 期红码，建议约谈");
    }

    @Test
    void groups_stand_under_their_names_in_text_and_picture() {
        var view = TableView.of(LeagueTableFixture.grouped(), 1, WORDS);

        assertThat(TEMPLATES.render("ranking/league-table", posted(view)).text())
                .containsSubsequence("**镇**", "**1** 大桥镇", "**街道**", "**1** 七星街道");
        assertThat(LeagueTablePicture.draw(view).words()).containsSubsequence("镇", "大桥镇", "街道", "七星街道");
        assertThat(view.rules()).contains("镇、街道分组排名、分组赋码。");
    }

    @Test
    void why_tells_each_term_with_the_issues_that_cost() {
        var table = LeagueTableFixture.hard();
        var row = table.rowOf(4).orElseThrow();
        var marks = List.of(
                new IssueMark(Mark.LATE, 12),
                new IssueMark(Mark.UNCLOSED, 15),
                new IssueMark(Mark.OVERDUE_VERY_LONG, 15),
                new IssueMark(Mark.SENT_BACK, 18),
                new IssueMark(Mark.SENT_BACK, 18),
                new IssueMark(Mark.NOT_FIRST_PASSED, 18));

        var own = TEMPLATES.render("ranking/why", WhyView.of(table, row, WORDS, true, marks));
        var others = TEMPLATES.render("ranking/why", WhyView.of(table, row, WORDS, true, null));

        assertThat(own.title()).isEqualTo("新丰镇 11月16日—22日为什么是 85.5 分");
        assertThat(own.text())
                .contains("红码")
                .contains("赋码说明：1 件逾期超过 15 个工作日，编号 15")
                .contains("- 按期办结率 9/10，权重 50，拉低的：编号 12、15")
                .contains("- 办结率 9/10，权重 20，拉低的：编号 15")
                .contains("- 一次核查通过率 4/5，权重 15，拉低的：编号 18")
                .contains("- 核查退回 2 件，扣 2 分，编号 18")
                .contains("得分＝（50×9/10＋20×9/10＋15×4/5＋10×6/6）÷95×100－扣分 4＝**85.5**")
                .contains("培训阅读率没有可计的数");
        assertThat(others.text()).contains("得分＝", "赋码说明：1 件逾期超过 15 个工作日").doesNotContain("编号 1", "拉低的");
    }

    @Test
    void long_list_of_issues_is_cut() {
        var marks = LongStream.rangeClosed(1, 11)
                .mapToObj(i -> new IssueMark(Mark.LATE, i))
                .toList();
        var table = LeagueTableFixture.hard();

        var text = TEMPLATES
                .render("ranking/why", WhyView.of(table, table.rowOf(4).orElseThrow(), WORDS, true, marks))
                .text();

        assertThat(text).contains("编号 1、2、3、4、5、6、7、8 等 11 件").doesNotContain("、9");
    }

    @Test
    void codes_are_listed_worst_first_with_their_reasons() {
        var text = TEMPLATES
                .render("ranking/codes", CodesView.of(LeagueTableFixture.table(), true, WORDS, List.of()))
                .text();

        assertThat(text)
                .containsSubsequence(
                        "**红码 3 家**",
                        "- 南湖街道，第 9 名；连续 2 期红码，建议约谈",
                        "**黄码 4 家**",
                        "- 大桥镇，第 1 名；红码整改后先转黄码",
                        "**绿码 3 家**",
                        "样本不足，没有码：建设街道");
    }

    @Test
    void unit_with_a_small_sample_reads_why_it_has_no_rank() {
        var table = LeagueTableFixture.table();
        var row = table.rowOf(7).orElseThrow();

        var message = TEMPLATES.render("ranking/rank-unit", PlaceView.of(table, row, "", WORDS, List.of()));

        assertThat(message.title()).isEqualTo("建设街道 11月16日—22日 样本不足");
        assertThat(message.text()).contains("这一期到期 2 件，不足 3 件，不参加排名；办结 2 件");
    }

    @Test
    void week_that_has_just_begun_says_that_there_is_no_rank_yet() {
        var table = LeagueTable.of(
                LeagueTableFixture.WEEK,
                LeagueTableFixture.CUT_OFF.minusSeconds(3600),
                LeagueTableFixture.RULES,
                List.of(entry(1, "新丰镇", 0, 0, 0, 2)),
                null);

        var message = TEMPLATES.render("ranking/rank", RankView.unposted(TableView.of(table, 0, WORDS)));

        assertThat(message.title()).isEqualTo("本周整改排名（截至目前）");
        assertThat(message.text())
                .contains("暂时排不出名次")
                .contains("- 新丰镇，到期 0 件，办结 0 件；累计逾期 **2** 件")
                .contains("11月16日—22日");
    }

    @Test
    void table_of_a_month_and_of_one_kind_says_so_and_has_no_codes_when_it_is_of_one_kind() {
        var march = Period.of(YearMonth.of(2026, 3));
        var water = LeagueTable.of(
                march, Kind.WATER, march.endsAt(), LeagueTableFixture.RULES, LeagueTableFixture.entries(), null);

        var message = TEMPLATES.render("ranking/rank", RankView.unposted(TableView.of(water, 0, "水", WORDS)));

        assertThat(message.title()).isEqualTo("整改排名·水 2026年3月 未发布");
        assertThat(message.text())
                .contains("按现有数据算出来的", "- **1** 大桥镇 **100.0** 分，到期 12 件")
                .doesNotContain("码 **");
        assertThat(TableView.of(water, 0, "水", WORDS).rules())
                .contains("按年或只按一类问题排的表只排名次，不赋码。")
                .noneMatch(rule -> rule.startsWith("按名次赋码"));
    }

    @Test
    void year_so_far_compares_with_nothing() {
        var year = Period.of(Year.of(2026));
        var table = LeagueTable.of(
                year, LeagueTableFixture.CUT_OFF, LeagueTableFixture.RULES, LeagueTableFixture.entries(), null);

        var message = TEMPLATES.render("ranking/rank", RankView.unposted(TableView.of(table, 0, WORDS)));

        assertThat(message.title()).isEqualTo("今年整改排名（截至目前）");
        assertThat(message.text()).contains("2026年").doesNotContain("（新）", "码 **");
    }

    @Test
    void preview_tells_what_is_posted_next() {
        var next = LeagueTableFixture.CUT_OFF.plusSeconds(9 * 3600);

        var pending = TEMPLATES.render(
                "ranking/preview", new Publication.Preview(LeagueTableFixture.view(), true, false, next));
        var running = TEMPLATES.render(
                "ranking/preview",
                new Publication.Preview(TableView.of(LeagueTableFixture.table(), 0, WORDS), false, false, next));

        assertThat(pending.text())
                .contains("还没有发布")
                .contains("11月23日 09:00 会自动发布")
                .contains("/排名 发布");
        assertThat(running.text()).contains("上周的表已经发布").contains("11月23日 09:00 自动发布");
    }

    @Test
    void every_refusal_can_be_read() {
        for (var name : List.of("publish-not-allowed", "publish-nobody", "which-unit", "unit-missing", "codes-none")) {
            assertThat(TEMPLATES.render("ranking/" + name, Map.of()).title()).isNotBlank();
        }
        assertThat(TEMPLATES
                        .render("ranking/unknown-unit", Map.of("typed", "火星"))
                        .title())
                .isEqualTo("没有找到“火星”这个单位");
        assertThat(TEMPLATES
                        .render("ranking/why-not-yours", Map.of("unit", "新丰镇"))
                        .title())
                .isEqualTo("新丰镇的得分明细还没有公布");
        assertThat(TEMPLATES
                        .render("ranking/period-ahead", Map.of("period", "2027年3月"))
                        .title())
                .isEqualTo("2027年3月还没有到");
        assertThat(TEMPLATES
                        .render("ranking/why-all-kinds", Map.of("kind", "水"))
                        .text())
                .contains("/排名 水");
        assertThat(TEMPLATES
                        .render("ranking/codes-no-unit", Map.of("typed", "新丰"))
                        .title())
                .isEqualTo("红黄绿后面不写“新丰”");
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
                        .render("ranking/published", Map.of("period", "p", "edition", "", "groups", 14, "again", false))
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

    private static AppealViews.Posted posted(TableView view) {
        return new AppealViews.Posted(view, 12, 5);
    }
}
