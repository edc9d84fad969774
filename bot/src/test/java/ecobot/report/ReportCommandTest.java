package ecobot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.calendar.Zone;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.deadline.DeadlineFixture;
import ecobot.issue.Issue.Kind;
import ecobot.issue.IssueFixture;
import ecobot.library.Material;
import ecobot.roster.Group;
import ecobot.roster.ListedRoster;
import ecobot.roster.Member;
import ecobot.roster.Role;
import ecobot.testing.Calls;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ReportCommandTest {

    private static final Instant NOW =
            LocalDateTime.parse("2026-11-24T12:00").atZone(Zone.SHANGHAI).toInstant();

    private final Templates templates = IssueFixture.templatesAt(NOW);
    private final ListedRoster roster = new ListedRoster();
    private final Member liaison = roster.member("新丰联络员一", "新丰", Role.LIAISON);
    private final Member reporter = roster.member("新丰上报人一", "新丰");
    private final Member inspector = roster.member("核查员一", "分局", Role.INSPECTOR);
    private final Group own = roster.group("新丰镇工作群", "新丰");
    private final Group area = roster.group("片区二工作群", "新丰", "凤桥", "余新");
    private final ListedIssues issues = new ListedIssues();
    private final ListedMedia media = new ListedMedia();
    private static final Material CARD = new Material(
            12,
            Material.Category.LAW,
            Material.State.PUBLISHED,
            "露天焚烧秸秆",
            "",
            "",
            "",
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null);

    private final ReportCommand command = command();

    @Test
    void answer_says_number_unit_kinds_date_and_why() {
        var reply = command.handle(Calls.call(reporter, own, NOW, "竹林村桥下河道有垃圾 3天内", "photo-1", "photo-2"));

        assertThat(text(reply)).isEqualTo("""
            ### #1 已上报

            **新丰镇** · 水、固废

            地点：竹林村桥下

            问题：竹林村桥下河道有垃圾

            期限：**11月27日 周五 17:30**，还剩 3 天

            - 写明的期限是 3 天，收到当天（11月24日 周二）不算

            照片：2 张

            已告知：新丰联络员一

            报错了，5 分钟内发：/撤销""");
        assertThat(reply.undoToken()).isEqualTo("1");
        assertThat(issues.reported.get(0).photos()).containsExactly(1L, 2L);
        assertThat(issues.reported.get(0).groupId()).isEqualTo(own.id());
    }

    @Test
    void liaison_hears_in_private_and_the_units_group_when_reported_elsewhere() {
        var reply = command.handle(Calls.call(inspector, area, NOW, "新丰 焚烧秸秆"));

        assertThat(reply.notes()).hasSize(2);
        assertThat(reply.notes().get(0)).isInstanceOf(Reply.MemberNote.class);
        assertThat(((Reply.GroupNote) reply.notes().get(1)).group()).isEqualTo(own);
        assertThat(templates
                        .render(
                                reply.notes().get(0).template(),
                                reply.notes().get(0).view())
                        .text())
                .isEqualTo("""
            ### #1 新问题，请新丰镇处理

            **#1** 大气

            焚烧秸秆

            期限：**12月1日 周二 17:30**，还剩 5 个工作日

            签收请发：/签收 1

            核查员一上报。看详情和照片请发：/查 1""");
    }

    @Test
    void reporter_who_is_the_liaison_is_not_told_twice_and_reads_that_it_is_his() {
        var reply = command.handle(Calls.call(liaison, own, NOW, "工地扬尘"));

        assertThat(reply.notes()).isEmpty();
        assertThat(text(reply)).contains("您就是新丰镇的联络员，请先签收：/签收 ").doesNotContain("登记联络员", "已告知");
    }

    @Test
    void reporter_reads_that_the_unit_has_no_liaison() {
        assertThat(text(command.handle(Calls.call(inspector, area, NOW, "凤桥 工地扬尘"))))
                .contains("凤桥镇还没有登记联络员，请您再打个电话说一声");
    }

    @Test
    void typed_time_is_what_everybody_reads() {
        var reply = command.handle(Calls.call(reporter, own, NOW, "河道有垃圾 12月5日15时前"));

        assertThat(text(reply)).contains("期限：**12月5日 周六 15:00**").contains("问题：河道有垃圾\n");
    }

    @Test
    void photo_of_a_refused_answer_stays() {
        var asked = command.handle(Calls.inPrivate(inspector, NOW, "河道有垃圾", "photo-1"));

        var again = command.resume(Calls.inPrivate(inspector, NOW, "火星", "photo-2"), asked.question());
        command.resume(Calls.inPrivate(inspector, NOW, "新丰"), again.question());

        assertThat(text(again)).contains("名册里没有“火星”");
        assertThat(again.question().choices()).isEqualTo(asked.question().choices());
        assertThat(issues.reported.get(0).photos()).containsExactly(1L, 2L);
    }

    @Test
    void missing_unit_is_asked_for_and_nothing_is_lost() {
        var asked = command.handle(Calls.call(inspector, area, NOW, "竹林村桥下河道有垃圾 3天内", "photo-1"));

        assertThat(text(asked)).startsWith("### 是哪个单位的问题？");
        assertThat(asked.question().choices()).extracting(Question.Choice::says).containsExactly("新丰镇", "凤桥镇", "余新镇");
        assertThat(issues.all).isEmpty();

        var filed = command.resume(Calls.call(inspector, area, NOW, "凤桥镇"), asked.question());

        assertThat(filed.question()).isNull();
        assertThat(issues.reported.get(0).unitId()).isEqualTo(roster.unit("凤桥").id());
        assertThat(issues.reported.get(0).photos()).containsExactly(1L);
        assertThat(issues.reported.get(0).deadline().dueOn()).hasToString("2026-11-27");
    }

    @Test
    void everything_missing_is_asked_one_at_a_time() {
        var first = command.handle(Calls.inPrivate(inspector, NOW, ""));
        assertThat(text(first)).startsWith("### 哪里、发生了什么？");

        var second = command.resume(Calls.inPrivate(inspector, NOW, "门口不太对劲", "photo-1"), first.question());
        assertThat(text(second)).startsWith("### 是哪个单位的问题？");
        assertThat(second.question().choices()).hasSize(11);

        var third = command.resume(Calls.inPrivate(inspector, NOW, "七星"), second.question());
        assertThat(text(third)).startsWith("### 属于哪一类问题？");

        var filed = command.resume(Calls.inPrivate(inspector, NOW, "噪声、大气"), third.question());
        assertThat(text(filed)).startsWith("### #1 已上报");
        assertThat(issues.reported.get(0).kinds()).containsExactly(Kind.AIR, Kind.NOISE);
        assertThat(issues.reported.get(0).photos()).containsExactly(1L);
    }

    @Test
    void unknown_unit_is_named_and_asked_for() {
        var asked = command.handle(Calls.inPrivate(inspector, NOW, "新凤镇 河道有垃圾"));

        assertThat(text(asked)).contains("名册里没有“新凤镇”");
        assertThatThrownBy(() -> command.resume(Calls.inPrivate(inspector, NOW, "火星"), asked.question()))
                .isInstanceOf(UserMistake.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"三星村焚烧秸秆", "三星村与新丰镇交界处焚烧秸秆"})
    void unknown_unit_is_asked_for_after_the_description_and_the_group_does_not_answer_instead(String description) {
        var first = command.handle(Calls.call(reporter, own, NOW, "凤乔镇 3天内"));
        assertThat(text(first)).startsWith("### 哪里、发生了什么？");

        var second = command.resume(Calls.call(reporter, own, NOW, description), first.question());
        assertThat(text(second)).contains("名册里没有“凤乔镇”，是不是凤桥镇？");
        assertThat(second.question().choices())
                .extracting(Question.Choice::label)
                .containsExactly("凤桥镇", "新丰镇");

        command.resume(Calls.call(reporter, own, NOW, "凤桥镇"), second.question());
        assertThat(issues.reported.get(0).unitId()).isEqualTo(roster.unit("凤桥").id());
    }

    @Test
    void unknown_unit_is_asked_for_after_the_deadline_too() {
        var first = command.handle(Calls.call(reporter, own, NOW, "凤乔镇 三星村焚烧秸秆 2月30日前"));
        assertThat(text(first)).contains("日历上没有这一天");

        var second = command.resume(Calls.call(reporter, own, NOW, "3天内"), first.question());
        assertThat(text(second)).contains("名册里没有“凤乔镇”");
        assertThat(issues.all).isEmpty();
    }

    @Test
    void unit_named_with_the_description_counts_before_the_groups_own() {
        var first = command.handle(Calls.call(reporter, own, NOW, ""));

        command.resume(Calls.call(reporter, own, NOW, "凤桥 三星村焚烧秸秆"), first.question());

        assertThat(issues.reported.get(0).unitId()).isEqualTo(roster.unit("凤桥").id());
    }

    @Test
    void question_that_was_asked_by_an_older_release_is_answered() {
        var stored = """
                {"unitId":null,"kinds":["AIR"],"source":"PATROL","place":null,"description":"焚烧秸秆","deadline":null,
                 "deadlineOwed":false,"photos":[],"surelyNew":false,"receivedAt":"2026-11-24T04:00:00Z"}""";

        command.resume(Calls.call(inspector, area, NOW, "凤桥"), new Question("UNIT", stored, List.of()));

        assertThat(issues.reported.get(0).unitId()).isEqualTo(roster.unit("凤桥").id());
    }

    @Test
    void unit_before_the_headings_of_a_notice_is_not_replaced_by_the_groups_own() {
        command.handle(Calls.call(reporter, own, NOW, "凤桥镇\n地点：三星村\n问题：焚烧秸秆"));
        assertThat(issues.reported.get(0).unitId()).isEqualTo(roster.unit("凤桥").id());

        assertThat(text(command.handle(Calls.call(reporter, own, NOW, "凤乔镇\n地点：三星村\n问题：焚烧秸秆"))))
                .contains("名册里没有“凤乔镇”");
    }

    @Test
    void unit_that_sounds_like_another_is_recognised_in_the_question() {
        var asked = command.handle(Calls.inPrivate(inspector, NOW, "大乔镇 江南新村噪音"));

        assertThat(text(asked)).contains("名册里没有“大乔镇”，是不是大桥镇？");
        assertThatThrownBy(() -> command.resume(Calls.inPrivate(inspector, NOW, "大乔"), asked.question()))
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        mistake -> assertThat(text(mistake.reply())).contains("没有“大乔”，是不是大桥镇？", "例如：大桥镇"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "。。。", "一个问题", "我要 一个问题", "1"})
    void what_says_nothing_is_no_description(String typed) {
        assertThat(text(command.handle(Calls.call(reporter, own, NOW, typed)))).startsWith("### 哪里、发生了什么？");
    }

    @Test
    void sentence_instead_of_a_kind_is_kept() {
        var asked = command.handle(Calls.call(reporter, own, NOW, "民丰村养殖场有情况"));
        assertThat(text(asked)).startsWith("### 属于哪一类问题？");

        command.resume(Calls.call(reporter, own, NOW, "臭气很大，河道里也有垃圾"), asked.question());

        assertThat(issues.reported.get(0).description()).isEqualTo("民丰村养殖场有情况；臭气很大，河道里也有垃圾");
    }

    @Test
    void description_that_grows_by_an_answer_stays_within_its_bound() {
        var asked = command.handle(Calls.call(reporter, own, NOW, "民丰村养殖场有情况".repeat(220)));

        command.resume(Calls.call(reporter, own, NOW, "臭气很大".repeat(20)), asked.question());

        assertThat(issues.reported.get(0).description()).hasSize(2000);
    }

    @Test
    void line_that_speaks_of_a_problem_reads_like_a_report() {
        assertThat(command.isMeantBy("新丰镇政府门前马路上污水横流")).isTrue();
        assertThat(command.isMeantBy("谢谢")).isFalse();
        assertThat(command.isMeantBy("今天天气不错啊大家")).isFalse();
    }

    @Test
    void impossible_date_is_asked_for_again() {
        var asked = command.handle(Calls.call(reporter, own, NOW, "河道有垃圾 2月30日前", "photo-1"));
        assertThat(text(asked)).contains("日历上没有这一天");

        var past = command.handle(Calls.call(reporter, own, NOW, "河道有垃圾 11月20日前"));
        assertThat(text(past)).contains("这个期限（11月20日 周五）已经过了");

        command.resume(Calls.call(reporter, own, NOW, "3天内"), asked.question());
        assertThat(issues.reported.get(0).deadline().dueOn()).hasToString("2026-11-27");
        assertThat(issues.reported.get(0).photos()).containsExactly(1L);
    }

    @Test
    void similar_open_issue_is_offered_first() {
        command.handle(Calls.call(reporter, own, NOW, "竹林村桥下河道有垃圾"));

        var asked = command.handle(Calls.call(reporter, own, NOW, "竹林村桥下河道垃圾没人管", "photo-1"));

        assertThat(text(asked)).startsWith("### 是不是 #1 这个问题？");
        var choices = asked.question().choices();
        assertThat(choices).extracting(Question.Choice::label).containsExactly("这是同一个问题", "仍然新报");

        var joined =
                command.resume(Calls.call(reporter, own, NOW, choices.get(0).says()), asked.question());
        assertThat(text(joined)).startsWith("### 已并入 #1").contains("1 张照片也加上了");
        assertThat(issues.joined).containsExactly(1L);

        command.resume(Calls.call(reporter, own, NOW, choices.get(1).says()), asked.question());
        assertThat(issues.reported).hasSize(2);
    }

    @Test
    void other_place_or_other_kind_is_no_duplicate() {
        command.handle(Calls.call(reporter, own, NOW, "竹林村桥下河道有垃圾"));

        assertThat(command.handle(Calls.call(reporter, own, NOW, "镇北泵站污水外溢")).question())
                .isNull();
        assertThat(command.handle(Calls.call(reporter, own, NOW, "竹林村桥下夜间施工扰民")).question())
                .isNull();
    }

    @Test
    void rows_become_issues_in_one_answer() {
        var reply = command.handle(Calls.inPrivate(inspector, NOW, "新丰\t横港桥\t河道垃圾\t3天内\n凤桥\t三星村\t焚烧秸秆\t12/5"));

        assertThat(text(reply)).startsWith("""
            ### 已上报 2 个问题

            - **#1** 新丰镇 · 水、固废｜河道垃圾｜11月27日 周五
            - **#2** 凤桥镇 · 大气｜焚烧秸秆｜12月5日 周六""");
        assertThat(reply.undoToken()).isEqualTo("1,2");
    }

    @Test
    void numbered_issues_that_answer_a_question_are_all_filed() {
        var asked = command.handle(Calls.call(inspector, area, NOW, "余新 3天内", "photo-1"));

        command.resume(Calls.call(inspector, area, NOW, "1、普光村河道垃圾\n2、凤桥三星村焚烧秸秆，12月10日前"), asked.question());

        assertThat(issues.reported)
                .extracting(report -> report.unitId())
                .containsExactly(roster.unit("余新").id(), roster.unit("凤桥").id());
        assertThat(issues.reported)
                .extracting(report -> report.deadline().dueOn().toString())
                .containsExactly("2026-11-27", "2026-12-10");
        assertThat(issues.reported)
                .as("the photo may show either")
                .allSatisfy(report -> assertThat(report.photos()).containsExactly(1L));
    }

    @Test
    void one_bad_row_refuses_all_and_says_which() {
        var call = Calls.inPrivate(inspector, NOW, "新丰\t横港桥\t河道垃圾\t3天内\n月亮镇\t三星村\t焚烧秸秆\t2月30日");

        assertThatThrownBy(() -> command.handle(call))
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        mistake -> assertThat(text(mistake.reply()))
                                .contains("第 2 行")
                                .doesNotContain("第 1 行"));
        assertThat(issues.all).isEmpty();
    }

    @Test
    void the_one_card_that_applies_ends_the_answer() {
        assertThat(text(command.handle(Calls.call(reporter, own, NOW, "竹林村田里焚烧秸秆 3天内"))))
                .contains("📖 露天焚烧秸秆，看全文请发：/资料 12");
        assertThat(text(command.handle(Calls.call(reporter, own, NOW, "竹林村河道漂浮垃圾 3天内"))))
                .doesNotContain("📖");
    }

    private ReportCommand command() {
        var units = IssueFixture.unitsAt(NOW, roster);
        var deadlines = DeadlineFixture.deadlinesAt(NOW);
        var reader = new ReportReader(templates, units, deadlines);
        var views = IssueFixture.viewsAt(NOW, roster);
        var questions = new ReportQuestions(roster, units, views, reader, JsonMapper.shared());
        return new ReportCommand(
                issues,
                reader,
                questions,
                new Duplicates(issues, reader),
                IssueFixture.filing(issues, roster, NOW),
                deadlines,
                units,
                roster,
                media,
                (text, kinds) -> text.contains("焚烧") ? Optional.of(CARD) : Optional.empty());
    }

    private String text(Reply reply) {
        return templates.render(reply.template(), reply.view()).text();
    }
}
