package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.calendar.Zone;
import ecobot.chat.Templates;
import ecobot.deadline.DeadlineFixture;
import ecobot.deadline.Source;
import ecobot.issue.AllowedMove.Need;
import ecobot.issue.AllowedMove.Target;
import ecobot.issue.Issue.State;
import ecobot.roster.ListedRoster;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MoveRefusalsTest {

    private static final Instant NOW =
            LocalDateTime.parse("2026-11-24T12:00").atZone(Zone.SHANGHAI).toInstant();

    private final Templates templates = IssueFixture.templatesAt(NOW);
    private final ListedRoster roster = new ListedRoster();
    private final MoveTable table = new MoveTable(templates);
    private final MoveExamples examples = new MoveExamples(table, roster);
    private final MoveRefusals refusals = new MoveRefusals(
            table,
            templates.words("issue/words", IssueWords.class),
            roster,
            IssueFixture.unitsAt(NOW, roster),
            examples);

    @Test
    void unit_that_does_not_exist_is_named_with_the_one_that_sounds_alike() {
        assertThat(missing(Move.REROUTE, "新风镇 地点在那边", Need.NEW_UNIT)).isEqualTo("""
            ### #301 还不能转办

            - “新风镇”不是本区的单位，是不是新丰镇？
            - 可以写：建设、解放、新嘉、南湖、新兴、东栅、七星、凤桥、余新、新丰、大桥

            例如：/转办 301 新丰 地点在那边辖区

            看详情请发：/查 301""");
    }

    @ParameterizedTest
    @CsvSource({"新风, 新丰镇", "风桥, 凤桥镇", "于新, 余新镇", "新佳街道, 新嘉街道", "东闸, 东栅街道"})
    void slips_in_a_units_name_are_seen_through(String typed, String meant) {
        assertThat(missing(Move.ASSIGN, typed, Need.NEW_UNIT)).contains("“" + typed + "”不是本区的单位，是不是" + meant);
    }

    @Test
    void unit_like_no_other_is_named_with_those_that_there_are() {
        assertThat(missing(Move.ASSIGN, "天宁", Need.NEW_UNIT)).contains("“天宁”不是本区的单位\n", "可以写：建设、");
        assertThat(missing(Move.ASSIGN, "火星", Need.NEW_UNIT)).contains("“火星”不是本区的单位\n");
    }

    @Test
    void reason_alone_is_asked_for_the_unit() {
        assertThat(missing(Move.REROUTE, "地点在别的镇辖区里面", Need.NEW_UNIT))
                .contains("请写明交给哪个单位")
                .doesNotContain("不是本区的单位");
    }

    @Test
    void what_is_missing_comes_with_a_line_to_copy() {
        assertThat(missing(Move.RETURN, "", Need.REASON)).contains("请写明原因", "例如：/退回 301 地点不在本辖区\n");
        assertThat(missing(Move.SPLIT, "", Need.UNITS)).contains("例如：/拆分 301 建设 解放\n");
    }

    @ParameterizedTest
    @EnumSource(
            value = Need.class,
            names = {
                "AFTER_EVIDENCE",
                "BEFORE_PHOTO",
                "EXTENSION_ASKED",
                "RECHECK_SET",
                "NOT_NUDGED_TODAY",
                "NO_PARENT",
                "NO_EASIER_ISSUE",
                "IN_RETURN_TIME",
                "SOMEBODY_ELSE",
                "OTHER_UNIT",
                "UNTOUCHED",
                "NO_EXTENSION_YET"
            })
    void what_cannot_be_typed_has_its_reason_and_no_example(Need need) {
        assertThat(missing(Move.RETURN, "", need, Need.REASON))
                .doesNotContain("例如", "请写明原因")
                .containsPattern("\n- .{8,}");
    }

    @Test
    void line_to_copy_for_a_move_of_no_issue_in_particular_is_its_own() {
        assertThat(examples.of(Move.ACCEPT)).isEqualTo("/签收 12");
        assertThat(examples.of(Move.SUBMIT)).startsWith("/整改 12 ");
    }

    @Test
    void example_of_another_command_stops_the_start() {
        assertThatThrownBy(() -> new AllowedMove(
                        Move.ACCEPT,
                        List.of(State.ASSIGNED),
                        Target.RECTIFYING,
                        "/签收 {number}",
                        "/查 {number}",
                        List.of(),
                        List.of(),
                        List.of()))
                .hasMessageContaining("the example of ACCEPT");
    }

    private String missing(Move move, String said, Need... needs) {
        var issue = issue();
        var step = Step.of(move, null, null, NOW).saying(said);
        var attempt = new Attempt(issue, step, List.of(), List.of(), List.of(), null, null);
        var row = table.all().stream()
                .filter(one -> one.move() == move)
                .findFirst()
                .orElseThrow();
        var reply = refusals.missing(attempt, row, List.of(needs)).reply();
        return templates.render(reply.template(), reply.view()).text();
    }

    private Issue issue() {
        var unit = roster.unit("凤桥").id();
        var deadline = DeadlineFixture.deadlinesAt(NOW).byDefault(Source.PATROL, NOW);
        var course = new Course(State.ASSIGNED, unit, null, NOW, deadline, null, null, null, null, null);
        return new Issue(301, 1, null, Source.PATROL, List.of(Issue.Kind.WATER), null, "河道有垃圾", NOW, null, course);
    }
}
