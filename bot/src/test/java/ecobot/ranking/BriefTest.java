package ecobot.ranking;

import static ecobot.ranking.LeagueTableFixture.TEMPLATES;
import static ecobot.ranking.LeagueTableFixture.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class BriefTest {

    private static final BriefWords BRIEF = TEMPLATES.words(BriefWords.FILE, BriefWords.class);

    @Test
    void three_units_to_call_are_the_worst_with_the_reason_in_words() {
        assertThat(new Calls(LeagueTableFixture.hard(), BRIEF, WORDS).worst())
                .extracting(Calls.Call::unit, Calls.Call::why)
                .containsExactly(
                        tuple("南湖街道", "红码，第 9 名，12 件逾期，连续 2 期红码，建议约谈"),
                        tuple("新丰镇", "红码，第 5 名，1 件逾期，1 件逾期超过 15 个工作日，名次降 4 位"),
                        tuple("余新镇", "红码，第 10 名，3 件逾期，名次降 4 位"));
    }

    @Test
    void yellow_by_rank_alone_is_nothing_to_call_about() {
        var table = LeagueTableFixture.table();
        var calls = new Calls(table, BRIEF, WORDS).worst();

        assertThat(calls).hasSize(3);
        assertThat(calls)
                .extracting(Calls.Call::unit)
                .allSatisfy(unit -> assertThat(table.rows().stream()
                                .filter(row -> row.unit().equals(unit))
                                .findFirst()
                                .orElseThrow()
                                .code())
                        .isEqualTo(Code.RED));
    }

    @Test
    void steps_are_told_the_longest_first_and_codes_by_direction() {
        var steps = new Steps(LeagueTableFixture.table(), LeagueTableFixture.before(), BRIEF, WORDS);

        assertThat(steps.risen()).startsWith("大桥镇 10→1、凤桥镇 3→1");
        assertThat(steps.fallen()).startsWith("解放街道 1→6、").contains("新丰镇 1→5", "余新镇 6→10");
        assertThat(steps.worse()).contains("新丰镇 绿→黄").doesNotContain("大桥镇");
        assertThat(steps.better()).contains("大桥镇 红→黄");
    }

    @Test
    void without_a_table_before_codes_have_nothing_to_be_compared_with() {
        var steps = new Steps(LeagueTableFixture.table(), null, BRIEF, WORDS);

        assertThat(steps.worse()).isEmpty();
        assertThat(steps.better()).isEmpty();
    }

    @Test
    void week_in_which_nothing_moved_says_so() {
        var view = LeagueTableFixture.view();

        assertThat(text(new ManagerBriefs.Bureau(view, "", List.of(), true, "", "", "", "", false)))
                .contains("**和上期比**\n\n名次和码都没有变。");
        assertThat(text(new ManagerBriefs.Bureau(view, "", List.of(), true, "", "", "", "大桥镇 10→1", false)))
                .doesNotContain("没有变");
    }

    private static String text(ManagerBriefs.Bureau brief) {
        return LeagueTableFixture.TEMPLATES.render("ranking/brief", brief).text();
    }
}
