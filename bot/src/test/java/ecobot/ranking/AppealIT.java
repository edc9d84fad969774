package ecobot.ranking;

import static ecobot.ranking.TableIssues.at;
import static ecobot.ranking.TableIssues.utc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.calendar.Zone;
import ecobot.chat.CommandCall;
import ecobot.chat.Question;
import ecobot.chat.Reply;
import ecobot.chat.Reply.MemberNote;
import ecobot.chat.Templates;
import ecobot.inbox.IncomingMessage;
import ecobot.inbox.IncomingMessage.Quoted;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.Schedules;
import ecobot.testing.EcoBotIT;
import ecobot.testing.Plans;
import ecobot.text.Folding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appeals against the table of a week long gone, where no other test has issues; everything is rolled back. 新丰 closed two on time and one late, 大桥 all
 * three on time and 七星 none, so that they are second, first and last.
 */
@EcoBotIT
@Transactional
class AppealIT {

    private static final LocalDate WEEK = LocalDate.of(2024, 5, 13);
    private static final Instant MONDAY_NINE = at(WEEK.plusDays(7), 9);

    private final AppealCommand appeals;
    private final RankCommand rank;
    private final WhyCommand why;
    private final LeagueTablePost post;
    private final MonthlyTablePost monthly;
    private final Publication publication;
    private final Snapshots snapshots;
    private final Roster roster;
    private final Schedules schedules;
    private final Templates templates;
    private final JdbcClient sql;
    private final TableIssues issues;
    private final SqlSessionFactory sessions;
    private final SqlSession session;

    private long late;
    private Snapshot first;

    @Autowired
    AppealIT(
            AppealCommand appeals,
            RankCommand rank,
            WhyCommand why,
            LeagueTablePost post,
            MonthlyTablePost monthly,
            Publication publication,
            Snapshots snapshots,
            Roster roster,
            Schedules schedules,
            Templates templates,
            JdbcClient sql,
            SqlSessionFactory sessions,
            SqlSession session) {
        this.appeals = appeals;
        this.rank = rank;
        this.why = why;
        this.post = post;
        this.monthly = monthly;
        this.publication = publication;
        this.snapshots = snapshots;
        this.roster = roster;
        this.schedules = schedules;
        this.templates = templates;
        this.sql = sql;
        this.issues = new TableIssues(sql, roster);
        this.sessions = sessions;
        this.session = session;
    }

    @BeforeEach
    void table_of_the_week_is_posted() {
        // The counters know nothing of rows that a test writes.
        sql.sql("update tally_state set built_at = null").update();
        for (int day = 0; day < 3; day++) {
            issue("新丰镇", WEEK.plusDays(day), WEEK.plusDays(day));
            issue("大桥镇", WEEK.plusDays(day), WEEK.plusDays(day));
            issue("七星街道", WEEK.plusDays(day), WEEK.plusDays(day + 2));
        }
        late = issue("新丰镇", WEEK.plusDays(3), WEEK.plusDays(5));
        first = postWeek(0);
        assertThat(row("新丰镇").rank()).isEqualTo(2);
        assertThat(row("新丰镇").code()).isEqualTo(Code.YELLOW);
    }

    @Test
    void unit_appeals_manager_sees_what_would_change_confirms_and_all_groups_get_version_two() {
        var filed = say("xinfeng-1", late + " 号不该算");
        var told = (MemberNote) filed.notes().get(0);
        var number = ((AppealViews.Item) filed.view()).number();

        assertThat(text(filed)).contains("申诉 " + number + " 已提交", "新丰镇对 5月13日—19日 的排名（表号 " + first.id() + "）");
        assertThat(filed.notes()).hasSize(1);
        assertThat(told.member().staffId()).isEqualTo("manager-1");
        assertThat(text(told))
                .contains("新丰镇对排名提出申诉", "理由：" + late + " 号不该算", "第 2 名，黄码，82.1 分")
                .contains("按期办结率 3/4，权重 50，拉低的：编号 " + late, "＝**82.1**")
                .contains("/申诉 同意 " + number + " 不计 问题编号");

        assertThatThrownBy(() -> say("manager-1", "同意 " + number))
                .as("nothing was corrected meanwhile")
                .hasMessage("ranking/appeal-no-change");
        var preview = say("manager-1", "同意 " + number + " 不计" + late + "，台风");
        assertThat(text(preview))
                .contains("请确认：同意申诉 " + number, "问题 " + late + " 不计入这一期", "说明：台风")
                .contains("第 2 版会改", "- 新丰镇 82.1 → 100.0 分，第 2 → 1 名，黄 → 绿 码", "还没有更正");
        assertThat(snapshots.latest(period()).orElseThrow().version())
                .as("nothing happens before it is confirmed")
                .isEqualTo(1);

        var granted = answer("manager-1", "确认", preview);

        assertThat(text(granted)).contains("更正后的排名已发布到 " + groups() + " 个工作群", "5月13日—19日 第 2 版");
        assertThat(text(granted.notes().get(0))).contains("排名已更正", "黄 → 绿 码");
        var second = snapshots.latest(period()).orElseThrow();
        assertThat(second.version()).isEqualTo(2);
        assertThat(row("新丰镇").score()).hasToString("100.0");
        assertThat(row("新丰镇").figures()).isEqualTo(Figures.of(3, 3, 0, 0));
        assertThat(snapshots.numbered(first.id())).as("version 1 stays").hasValue(first);
        assertThat(text(rank.handle(call("daqiao-1", "" + first.id(), MONDAY_NINE))))
                .contains("这一版已经更正，以第 2 版为准，请发：/排名 " + second.id(), "**2** 新丰镇 黄码 **82.1** 分");
        var posts = posts();
        assertThat(posts).as("a picture and a list for each group").hasSize(2 * groups());
        assertThat(posts)
                .filteredOn(content -> content.contains("更正：整改排名 5月13日—19日 第 2 版"))
                .hasSize(groups());
        assertThat(posts.get(1))
                .contains("新丰镇的申诉（编号 " + number + "）已同意，问题 " + late + " 不计入。说明：台风")
                .contains("新丰镇 82.1 → 100.0 分，第 2 → 1 名，黄 → 绿 码")
                .contains("/排名 " + first.id());
        assertThat(text(say("manager-1", ""))).contains("没有处理完的申诉 0 件");
    }

    @Test
    void corrected_table_stays_corrected_and_is_not_posted_again() {
        grantWithoutTheLateOne();
        var manager = roster.memberByStaffId("manager-1").orElseThrow();
        var after = MONDAY_NINE.plusSeconds(600);

        assertThatThrownBy(() -> publication.publish(manager, after)).hasMessage("ranking/already-posted");
        assertThat(text(why.handle(call("xinfeng-1", "", after))))
                .contains("按期办结率 3/3，权重 50", "＝**100.0**")
                .doesNotContain("编号 " + late);
        assertThatThrownBy(() -> say("manager-1", "同意 1")).hasMessage("ranking/appeal-unknown");
    }

    @Test
    void issue_that_was_corrected_meanwhile_needs_only_counting_again() {
        var number =
                ((AppealViews.Item) say("xinfeng-1", first.id() + " 新丰 已批准延期").view()).number();
        sql.sql("update issue set due_on = '2024-05-18', due_at = '2024-05-18 09:30:00' where id = ?")
                .param(late)
                .update();

        var preview = say("manager-1", "同意");
        assertThat(text(preview)).contains("按现在的数据重算", "新丰镇 82.1 → 100.0 分");
        sql.sql("update issue set closed_at = '2024-05-14 01:00:00' where unit_id = ? and due_on = '2024-05-14'")
                .param(unitId("七星街道"))
                .update();
        session.clearCache();
        var again = answer("manager-1", "确认", preview);
        assertThat(text(again)).contains("刚才数据有了变化，没有更正", "七星街道");
        assertThat(text(answer("manager-1", "取消", again))).contains("没有更正");
        assertThat(snapshots.latest(period()).orElseThrow().version()).isEqualTo(1);

        assertThat(text(answer("manager-1", "确认", say("manager-1", "同意 " + number))))
                .contains("已同意");
        assertThat(row("七星街道").figures().onTime()).isEqualTo(1);
    }

    @Test
    void codes_that_followed_from_the_corrected_table_are_corrected_with_it() {
        // 新丰 is second of three again: two yellows in a row are red.
        for (int day = 7; day < 10; day++) {
            issue("新丰镇", WEEK.plusDays(day), WEEK.plusDays(day + (day == 9 ? 1 : 0)));
            issue("大桥镇", WEEK.plusDays(day), WEEK.plusDays(day));
            issue("七星街道", WEEK.plusDays(day), WEEK.plusDays(day + 2));
        }
        var next = postWeek(1);
        var unit = unitId("新丰镇");
        assertThat(next.content().table().rowOf(unit).orElseThrow().code()).isEqualTo(Code.RED);

        grantWithoutTheLateOne();

        var corrected = snapshots.latest(next.content().table().period()).orElseThrow();
        assertThat(corrected.version()).isEqualTo(2);
        var row = corrected.content().table().rowOf(unit).orElseThrow();
        assertThat(row.code()).isEqualTo(Code.YELLOW);
        assertThat(row.coding().yellows()).isEqualTo(1);
        assertThat(row.lastRank()).isEqualTo(1);
        assertThat(row.figures())
                .isEqualTo(next.content().table().rowOf(unit).orElseThrow().figures());
        assertThat(posts())
                .filteredOn(content -> content.contains("前一期的排名更正以后，这一期的码跟着变"))
                .hasSize(groups())
                .first()
                .asString()
                .contains("新丰镇 红 → 黄 码");
    }

    @Test
    void table_of_the_month_is_corrected_for_those_who_subscribe_to_it() {
        var june = at(LocalDate.of(2024, 6, 3), 9);
        var schedule = schedules.named("league-table-monthly").orElseThrow();
        var occurrence = occurrence(schedule, june);
        monthly.compose(occurrence);
        var month = snapshots.ofOccurrence(occurrence.id()).orElseThrow();
        var filed = say("xinfeng-1", month.id() + " 不该算");
        var number = ((AppealViews.Item) filed.view()).number();

        var granted = answer("manager-1", "确认", say("manager-1", "同意 " + number + " 不计" + late));

        int groups = roster.subscribersOf("league-table-monthly").size();
        assertThat(groups).isNotEqualTo(roster.subscribersOf("league-table").size());
        assertThat(text(granted)).contains("已发布到 " + groups + " 个工作群");
        assertThat(posts()).hasSize(2 * groups);
        assertThat(snapshots
                        .latest(month.content().table().period())
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
        assertThat(row("新丰镇").figures().due()).as("the week stays").isEqualTo(4);
        assertThatThrownBy(() -> publication.publish(
                        roster.memberByStaffId("manager-1").orElseThrow(), MONDAY_NINE.plusSeconds(60)))
                .hasMessage("ranking/already-posted");
    }

    @Test
    void appeal_is_for_the_own_unit_in_time_and_one_at_a_time() {
        assertThatThrownBy(() -> say("xinfeng-2", "不该算")).hasMessage("ranking/appeal-not-allowed");
        assertThatThrownBy(() -> say("manager-1", "不该算")).hasMessage("ranking/appeal-not-allowed");
        assertThatThrownBy(() -> say("xinfeng-1", "大桥 不该算")).hasMessage("ranking/appeal-not-yours");
        var posted = LocalDate.ofInstant(first.postedAt(), Zone.SHANGHAI);
        var tooLate = call("xinfeng-1", first.id() + " 不该算", at(posted.plusDays(20), 9));
        assertThatThrownBy(() -> appeals.handle(tooLate)).hasMessage("ranking/appeal-too-late");

        var asked = say("xinfeng-1", "" + first.id());
        assertThat(text(asked)).contains("请写申诉理由", "表号 " + first.id());
        var filed = answer("xinfeng-1", "301 号已批准延期", asked);
        assertThat(text(filed)).contains("理由：301 号已批准延期");
        assertThatThrownBy(() -> say("xinfeng-manager", "又一件")).hasMessage("ranking/appeal-waits");
        assertThat(text(say("xinfeng-1", ""))).contains("新丰镇没有处理完的申诉 1 件", "301 号已批准延期");
        assertThat(text(say("daqiao-1", ""))).contains("大桥镇没有处理完的申诉 0 件").doesNotContain("301");
        assertThat(text(say("manager-1", ""))).contains("没有处理完的申诉 1 件", "新丰镇，5月13日—19日");

        var undone = appeals.undo(call("xinfeng-1", "", MONDAY_NINE), String.valueOf(filed.undoToken()));
        assertThat(text(undone)).contains("已撤回");
        assertThat(undone.notes()).hasSize(1);
        assertThat(text(say("xinfeng-1", "再来一件"))).contains("已提交");
        assertThat(text(say("xinfeng-1", "撤回"))).contains("已撤回");
        assertThat(sql.sql("select count(*) from appeal where state = 'WITHDRAWN' and unit_id = ?")
                        .param(unitId("新丰镇"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void only_a_manager_of_the_bureau_decides_and_says_why_not() {
        var number = ((AppealViews.Item) say("xinfeng-1", "不该算").view()).number();

        assertThatThrownBy(() -> say("xinfeng-1", "同意 " + number)).hasMessage("ranking/appeal-not-decided-by-you");
        assertThatThrownBy(() -> say("xinfeng-manager", "同意 " + number))
                .as("a party")
                .hasMessage("ranking/appeal-not-decided-by-you");
        assertThatThrownBy(() -> say("manager-1", "驳回 " + number)).hasMessage("ranking/appeal-reject-why");
        var others = sql.sql("select max(id) from issue where unit_id = ?")
                .param(unitId("大桥镇"))
                .query(Long.class)
                .single();
        assertThatThrownBy(() -> say("manager-1", "同意 " + number + " 不计" + others))
                .hasMessage("ranking/appeal-not-its-issue");

        var rejected = say("manager-1", "驳回 " + number + " 没有申请延期");

        assertThat(text(rejected)).contains("已驳回");
        assertThat(text(rejected.notes().get(0))).contains("没有同意", "没有申请延期");
        assertThatThrownBy(() -> say("manager-1", "同意 " + number)).hasMessage("ranking/appeal-over");
    }

    @Test
    void quoted_table_is_the_one_that_is_meant() {
        for (int day = 7; day < 10; day++) {
            issue("新丰镇", WEEK.plusDays(day), WEEK.plusDays(day));
        }
        postWeek(1);
        var quoted = new Quoted("m", "整改排名 表号 " + first.id() + "。有异议", List.of());

        var filed = appeals.handle(call("xinfeng-1", "不该算", MONDAY_NINE, quoted));

        assertThat(text(filed)).contains("5月13日—19日");
        say("xinfeng-1", "撤回");
        assertThat(text(say("xinfeng-1", "不该算"))).as("else the newest").contains("5月20日—26日");
    }

    @Test
    void statements_use_an_index() {
        var plans = new Plans(sessions);
        for (int i = 0; i < 200; i++) {
            sql.sql("""
                    insert into appeal (snapshot_id, unit_id, member_id, reason, filed_at, state)
                    select ?, ?, min(id), 'x', '2024-05-20', 'REJECTED'
                      from member
                    """).params(first.id(), unitId("新丰镇")).update();
        }
        assertThat(plans.readingAll(AppealMapper.class, "open", Map.of(), "a")).isEmpty();
        assertThat(plans.readingAll(AppealMapper.class, "openOf", Map.of("unitId", unitId("新丰镇")), "a"))
                .isEmpty();
        assertThat(plans.readingAll(AppealMapper.class, "toPost", Map.of(), "a"))
                .isEmpty();
        assertThat(plans.readingAll(
                        SnapshotMapper.class, "after", Map.of("kind", Period.Kind.WEEK, "from", WEEK), "s", "v"))
                .isEmpty();
    }

    private void grantWithoutTheLateOne() {
        var filed = say("xinfeng-1", first.id() + " 不该算");
        var number = ((AppealViews.Item) filed.view()).number();
        answer("manager-1", "确认", say("manager-1", "同意 " + number + " 不计" + late));
    }

    private Reply say(String staffId, String arguments) {
        return appeals.handle(call(staffId, arguments, MONDAY_NINE.plusSeconds(60)));
    }

    private Reply answer(String staffId, String words, Reply asked) {
        Question question = Objects.requireNonNull(asked.question());
        return appeals.resume(call(staffId, words, MONDAY_NINE.plusSeconds(120)), question);
    }

    private String text(Reply reply) {
        return templates.render(reply.template(), reply.view()).text();
    }

    private String text(Reply.Note note) {
        return templates.render(note.template(), note.view()).text();
    }

    private CommandCall call(String staffId, String arguments, Instant at) {
        return call(staffId, arguments, at, null);
    }

    private CommandCall call(String staffId, String arguments, Instant at, @Nullable Quoted quoted) {
        var member = roster.memberByStaffId(staffId).orElseThrow();
        var message = new IncomingMessage(
                "demo",
                "msg",
                "private",
                false,
                null,
                staffId,
                member.name(),
                at,
                arguments,
                List.of(),
                List.of(),
                quoted,
                List.of(),
                null,
                false,
                "{}");
        return new CommandCall(member, null, arguments, Folding.fold(arguments), at, 1, message);
    }

    /** What corrections have put into the outbox, in order. */
    private List<String> posts() {
        return sql.sql("""
                select b.content
                  from outbox b
                  join occurrence o on b.message_key like concat('post:', o.id, ':%')
                  join schedule s on s.id = o.schedule_id
                 where s.task = 'league-table-correction'
                 order by b.id
                """).query(String.class).list();
    }

    private int groups() {
        return roster.subscribersOf("league-table").size();
    }

    private static Period period() {
        return Period.weekOf(at(WEEK, 9));
    }

    private LeagueTable.Row row(String unit) {
        var table = snapshots.latest(period()).orElseThrow().content().table();
        return table.rowOf(unitId(unit)).orElseThrow();
    }

    private long unitId(String unit) {
        return roster.unitsNamed(unit).get(0).id();
    }

    private Snapshot postWeek(int week) {
        var plannedAt = MONDAY_NINE.plusSeconds(week * 7 * 86_400L);
        var schedule = schedules.named("league-table-weekly").orElseThrow();
        var occurrence = occurrence(schedule, plannedAt);
        post.compose(occurrence);
        return snapshots.ofOccurrence(occurrence.id()).orElseThrow();
    }

    private Occurrence occurrence(Schedule schedule, Instant plannedAt) {
        sql.sql("""
                insert into occurrence (schedule_id, planned_at, state, attempts, started_at)
                values (:schedule, :at, 'DONE', 1, :at)
                """)
                .params(Map.of("schedule", schedule.id(), "at", utc(plannedAt)))
                .update();
        var id = sql.sql("select last_insert_id()").query(Long.class).single();
        return new Occurrence(id, schedule, plannedAt, false, false);
    }

    /** Closed at noon. */
    private long issue(String unit, LocalDate dueOn, LocalDate closedOn) {
        return issues.closed(unit, dueOn, at(closedOn, 12));
    }
}
