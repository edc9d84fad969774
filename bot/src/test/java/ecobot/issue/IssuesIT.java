package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.chat.Command;
import ecobot.chat.Reply;
import ecobot.chat.Templates;
import ecobot.chat.UserMistake;
import ecobot.deadline.Deadline;
import ecobot.deadline.Deadlines;
import ecobot.deadline.Source;
import ecobot.issue.Issue.State;
import ecobot.media.Media;
import ecobot.roster.Group;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import ecobot.testing.Calls;
import ecobot.testing.EcoBotIT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EcoBotIT
class IssuesIT {

    @Autowired
    @Qualifier("ecobot.report.ReportCommand")
    Command report;

    @Autowired
    DueCommand due;

    @Autowired
    ShowCommand show;

    @Autowired
    MineCommand mine;

    @Autowired
    AcceptCommand accept;

    @Autowired
    RectifyCommand rectify;

    @Autowired
    CloseCommand close;

    @Autowired
    ExtendCommand extend;

    @Autowired
    MergeCommand merge;

    @Autowired
    RerouteCommand reroute;

    @Autowired
    Issues issues;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Media media;

    @Autowired
    Templates templates;

    @Autowired
    Roster roster;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    private Instant now;
    private Member reporter;
    private Member liaison;
    private Member inspector;
    private Group group;

    @BeforeEach
    void meet() {
        now = clock.instant();
        reporter = member("xinfeng-2");
        liaison = member("xinfeng-1");
        inspector = member("inspector-1");
        group = roster.groupByConversation("cidXinfeng").orElseThrow();
    }

    @Test
    void report_is_stored_with_its_history_deadline_and_photos() {
        var number = reported("报表一号仓库旁焚烧垃圾 5个工作日", "code-a", "code-b");

        var issue = issues.byNumber(number).orElseThrow();
        assertThat(issue.state()).isEqualTo(State.ASSIGNED);
        assertThat(issue.kinds()).containsExactly(Issue.Kind.AIR, Issue.Kind.WASTE);
        assertThat(issue.deadline().amount()).isEqualTo(5);
        assertThat(issue.deadline().unit()).isEqualTo(Deadline.DayUnit.WORKING);
        assertThat(issue.deadline().rule()).isEqualTo("typed-days");
        assertThat(issues.history(number)).extracting(IssueMove::move).containsExactly(Move.REPORT, Move.ASSIGN);
        assertThat(issues.photos(number)).hasSize(2);
        assertThat(text(show.handle(call(reporter, "#" + number)))).contains("经过：", "上报", "照片");
    }

    @Test
    void report_is_taken_back_while_nobody_acted_on_it() {
        var number = reported("二号码头边堆放渣土");

        var reply = report.undo(call(reporter, ""), Long.toString(number));

        assertThat(issues.byNumber(number).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
        assertThat(reply.notes()).extracting(Reply.Note::template).containsOnly("issue/withdrawn-note");
    }

    @Test
    void report_is_not_taken_back_once_somebody_acted_on_it() {
        var number = reported("三号泵站边污水外溢");
        accept.handle(call(liaison, Long.toString(number)));

        assertThatThrownBy(() -> report.undo(call(reporter, ""), Long.toString(number)))
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        mistake -> assertThat(text(mistake.reply())).contains("不能撤销上报", "整改中", "新丰联络员一"));
    }

    @Test
    void two_verifications_at_once_one_wins_and_the_other_is_told() throws Exception {
        var number = submitted("四号工地夜间施工扰民");
        var other = member("inspector-2");
        var barrier = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        var answers = new ArrayList<String>();
        try {
            var attempts =
                    pool.invokeAll(List.of(closing(inspector, number, barrier), closing(other, number, barrier)));
            for (var attempt : attempts) {
                answers.add(attempt.get());
            }
        } finally {
            pool.shutdownNow();
        }

        answers.sort(Comparator.comparing(answer -> answer.contains("不能核查通过")));
        assertThat(answers.get(0)).startsWith("### #" + number + " 已销号，按期");
        assertThat(answers.get(1)).contains("现在不能核查通过", "它是“已销号”", "核查员");
        assertThat(issues.history(number))
                .filteredOn(made -> made.move() == Move.VERIFY)
                .hasSize(1);
    }

    @Test
    void extension_to_a_date_is_as_many_days_as_lie_between() {
        var number = reported("东林浜闸口污水外溢");
        accept.handle(call(liaison, Long.toString(number)));
        var due = issues.byNumber(number).orElseThrow().deadline().dueOn();
        var wanted = due.plusDays(3);
        var date = wanted.getYear() + "年" + wanted.getMonthValue() + "月" + wanted.getDayOfMonth() + "日";

        assertThat(text(extend.handle(call(liaison, number + "延到" + date + "，连续5天下雨无法施工"))))
                .contains("已申请延期", "再要：3 天", "说明：连续5天下雨无法施工");
    }

    @Test
    void days_of_a_petition_are_counted_from_the_first_unit_that_signs() {
        var number = petition("九号桥边养殖异味");
        move(number, Move.ACCEPT, liaison, Duration.ofDays(1));
        var due = dueOn(number);

        issues.move(
                number,
                step(Move.REROUTE, inspector, Duration.ofDays(20)).saying("在凤桥").to(fengqiao()));
        move(number, Move.ACCEPT, member("fengqiao-1"), Duration.ofDays(22));

        assertThat(due).isEqualTo(Deadlines.dayOf(now).plusDays(61));
        assertThat(dueOn(number)).isEqualTo(due);
    }

    @Test
    void signing_that_was_taken_back_starts_no_days() {
        var number = petition("十号桥边养殖异味");
        var first = move(number, Move.ACCEPT, liaison, Duration.ofDays(1));
        issues.takeBack(number, first.moveId(), liaison, null, now.plus(Duration.ofDays(1)));

        move(number, Move.ACCEPT, liaison, Duration.ofDays(4));

        assertThat(dueOn(number)).isEqualTo(Deadlines.dayOf(now).plusDays(64));
    }

    @Test
    void photo_of_what_was_sent_back_proves_nothing_new() {
        var number = submitted("石堰浜东侧建筑垃圾");
        issues.move(number, step(Move.SEND_BACK, inspector, Duration.ofHours(1)).saying("还有渣土"));

        assertThat(refusal(number, again(Duration.ofHours(2)))).contains("还缺整改后的照片");
        issues.move(number, again(Duration.ofHours(3)).showing(IssuePhoto.Moment.AFTER, photo()));
        move(number, Move.VERIFY, inspector, Duration.ofHours(4));
        issues.move(
                number, step(Move.RECHECK_FAIL, inspector, Duration.ofDays(30)).saying("又有渣土"));

        assertThat(refusal(number, again(Duration.ofDays(31)))).contains("还缺整改后的照片");
    }

    @Test
    void photo_counts_again_when_the_sending_back_was_a_mistake() {
        var number = submitted("曹庄社区露天喷漆");
        var back = issues.move(
                number, step(Move.SEND_BACK, inspector, Duration.ofHours(1)).saying("看错了"));
        issues.takeBack(number, back.moveId(), inspector, null, now.plus(Duration.ofHours(1)));

        var closed = move(number, Move.VERIFY, inspector, Duration.ofHours(2));

        assertThat(closed.after().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void photo_of_a_submission_that_was_taken_back_counts_when_it_is_sent_once_more() {
        var photos = photo();
        var number = filed(liaison, Issue.Kind.WATER, 5, photo());
        move(number, Move.ACCEPT, liaison, Duration.ofHours(1));
        var wrong = issues.move(number, again(Duration.ofHours(2)).showing(IssuePhoto.Moment.AFTER, photos));
        issues.takeBack(number, wrong.moveId(), liaison, null, now.plus(Duration.ofHours(2)));

        assertThat(refusal(number, again(Duration.ofHours(3)))).contains("还缺整改后的照片");
        issues.move(number, again(Duration.ofHours(3)).showing(IssuePhoto.Moment.AFTER, photos));

        assertThat(move(number, Move.VERIFY, inspector, Duration.ofHours(4))
                        .after()
                        .state())
                .isEqualTo(State.CLOSED);
    }

    @Test
    void liaison_merges_only_into_what_his_unit_has_to_do_as_soon() {
        var number = filed(liaison, Issue.Kind.WASTE, 5);
        long elsewhere = filed(member("fengqiao-1"), Issue.Kind.WASTE, 5);
        long otherKind = filed(liaison, Issue.Kind.NOISE, 5);
        long later = filed(liaison, Issue.Kind.WASTE, 9);
        long sooner = filed(liaison, Issue.Kind.WASTE, 3);
        var merge = step(Move.MERGE, liaison, Duration.ofHours(1));

        assertThat(List.of(elsewhere, otherKind, later))
                .allSatisfy(
                        other -> assertThat(refusal(number, merge.into(other))).contains("联络员只能并到", "请核查员来并"));
        assertThat(issues.move(number, merge.into(sooner)).after().state()).isEqualTo(State.MERGED);
        assertThat(issues.move(
                                otherKind,
                                step(Move.MERGE, inspector, Duration.ofHours(1)).into(elsewhere))
                        .after()
                        .state())
                .isEqualTo(State.MERGED);
    }

    @Test
    void inspectors_hear_what_a_liaison_merges() {
        var other = filed(liaison, Issue.Kind.SOIL, 5);
        var byLiaison = merge.handle(call(liaison, filed(liaison, Issue.Kind.SOIL, 5) + " 到 " + other));
        var byInspector = merge.handle(call(inspector, filed(liaison, Issue.Kind.SOIL, 5) + " 到 " + other));

        assertThat(told(byLiaison)).contains("inspector-1", "inspector-2", "xinfeng-2");
        assertThat(told(byInspector)).containsExactly("xinfeng-2");
    }

    @Test
    void what_no_unit_answered_for_is_opened_again_to_be_assigned() {
        var number = filed(liaison, Issue.Kind.WASTE, 5);
        issues.move(number, step(Move.RETURN, liaison, Duration.ofHours(1)).saying("不归我们"));
        issues.move(number, step(Move.REJECT, inspector, Duration.ofHours(2)).saying("没有发现"));

        var opened = issues.move(
                        number, step(Move.REOPEN, inspector, Duration.ofDays(9)).saying("又有人报"))
                .after();

        assertThat(opened.state()).isEqualTo(State.REPORTED);
        assertThat(opened.deadline().dueAt()).isAfter(now.plus(Duration.ofDays(9)));
    }

    @Test
    void whole_of_closed_parts_is_not_opened_again_itself() {
        var whole = filed(liaison, Issue.Kind.WASTE, 5, photo());
        var parts = issues.move(
                        whole,
                        step(Move.SPLIT, inspector, Duration.ofHours(1))
                                .to(List.of(
                                        new Step.Share(liaison.unit().id(), null),
                                        fengqiao().get(0))))
                .others();
        close(parts.get(0), liaison);
        close(parts.get(1), member("fengqiao-1"));
        assertThat(issues.byNumber(whole).orElseThrow().state()).isEqualTo(State.CLOSED);

        assertThat(refusal(
                        whole, step(Move.REOPEN, inspector, Duration.ofDays(2)).saying("又有了")))
                .contains(
                        "#" + parts.get(0).number(),
                        "#" + parts.get(1).number(),
                        "/重开 " + parts.get(0).number());
        issues.move(
                parts.get(0).number(),
                step(Move.REOPEN, inspector, Duration.ofDays(2)).saying("又有了"));

        assertThat(issues.byNumber(whole).orElseThrow().state()).isEqualTo(State.SPLIT);
    }

    @Test
    void date_typed_at_a_reroute_or_split_makes_no_superiors_case_extendable() {
        var reply = report.handle(Calls.call(reporter, group, now, "新丰 省督察交办：九号桥下河道垃圾"));
        var number = Long.parseLong(reply.undoToken());

        reroute.handle(Calls.inPrivate(inspector, now, number + " 凤桥 10天内 在凤桥"));

        var deadline = issues.byNumber(number).orElseThrow().deadline();
        assertThat(deadline.rule()).isEqualTo("typed-days");
        assertThat(deadline.cap()).isZero();
    }

    @Test
    void unit_that_is_named_again_stays_in_the_reason() {
        var number = filed(liaison, Issue.Kind.WASTE, 5);

        var reply = reroute.handle(Calls.inPrivate(inspector, now, number + " 凤桥 地点在凤桥镇"));

        assertThat(text(reply)).contains("**凤桥镇**", "说明：地点在凤桥镇");
    }

    @Test
    void both_units_hear_that_a_reroute_was_taken_back() {
        var number = filed(liaison, Issue.Kind.WASTE, 5);
        var token = reroute.handle(Calls.inPrivate(inspector, now, number + " 凤桥 在凤桥"))
                .undoToken();

        var reply = reroute.undo(Calls.inPrivate(inspector, now, ""), token);

        assertThat(told(reply)).contains("xinfeng-1", "fengqiao-1").doesNotContain("inspector-1");
        assertThat(reply.notes())
                .filteredOn(Reply.GroupNote.class::isInstance)
                .extracting(note -> ((Reply.GroupNote) note).group().conversationId())
                .contains("cidFengqiao");
        assertThat(reply.notes())
                .allSatisfy(note -> assertThat(
                                templates.render(note.template(), note.view()).text())
                        .contains("#" + number + " 刚才的“转办”作废", "新丰镇", "回到“待签收”"));
        assertThat(text(reply)).contains("已告知：", "凤桥联络员一");
    }

    @Test
    void reporter_hears_that_a_closing_was_taken_back_and_nobody_of_a_signing() {
        var number = submitted("石佛寺西侧油烟扰民");
        var token = close.handle(Calls.inPrivate(inspector, now, Long.toString(number)))
                .undoToken();
        var other = filed(liaison, Issue.Kind.WASTE, 5);
        var signed = accept.handle(Calls.inPrivate(liaison, now, Long.toString(other)));

        assertThat(told(close.undo(Calls.inPrivate(inspector, now, ""), token))).contains("xinfeng-2", "xinfeng-1");
        assertThat(accept.undo(Calls.inPrivate(liaison, now, ""), signed.undoToken())
                        .notes())
                .isEmpty();
    }

    @Test
    void wish_for_an_extension_ends_with_the_unit_that_had_it() {
        var number = filed(liaison, Issue.Kind.WASTE, 5);
        issues.move(number, asking(liaison, Duration.ofHours(1)));
        var reroute =
                step(Move.REROUTE, inspector, Duration.ofHours(2)).saying("在凤桥").to(fengqiao());
        var moved = issues.move(number, reroute);

        assertThat(refusal(number, step(Move.GRANT_EXTENSION, member("manager-1"), Duration.ofHours(3))))
                .contains("没有等您决定的延期申请");

        issues.takeBack(number, moved.moveId(), inspector, null, now.plus(Duration.ofHours(2)));
        assertThat(refusal(number, asking(liaison, Duration.ofHours(4)))).contains("已经申请过延期");
        issues.move(number, reroute);
        assertThat(refusal(number, asking(member("fengqiao-1"), Duration.ofHours(5))))
                .isEqualTo("done: ASSIGNED");
    }

    @Test
    void liaison_may_not_close() {
        var number = submitted("五号小区油烟扰民");

        assertThatThrownBy(() -> close.handle(call(liaison, Long.toString(number))))
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        mistake -> assertThat(text(mistake.reply())).contains("核查通过要由核查员来做"));
    }

    @Test
    void overdue_come_first_and_the_list_is_capped() {
        List.of("嘉禾荡北岸浮萍成片", "九里村口露天烧烤", "十字路口渣土车撒漏", "东塔路沿街油烟", "西侧大棚农膜乱扔", "北门酸洗废液渗漏", "南湾夜间施工扰民")
                .forEach(this::reported);
        var all = issues.open(IssueFilter.everything(), 500);
        assertThat(all)
                .isSortedAccordingTo(
                        Comparator.comparing((Issue issue) -> issue.deadline().dueAt())
                                .thenComparing(Issue::number));

        var text = text(due.handle(Calls.inPrivate(inspector, now, "")));

        assertThat(text).startsWith("### 全部单位未销号 ").contains("❗**#", "已逾期", "还有 ");
        assertThat(text(due.handle(Calls.inPrivate(inspector, now, "逾期")))).startsWith("### 全部单位逾期 ");
        assertThat(text(due.handle(Calls.inPrivate(inspector, now, "本周")))).startsWith("### 全部单位本周到期 ");
        assertThat(text(due.handle(Calls.inPrivate(inspector, now, "逾期的有哪些？")))).startsWith("### 全部单位逾期 ");
        assertThat(due.isMeantBy("这周要到期的")).isTrue();
        assertThat(text(due.handle(Calls.inPrivate(inspector, now, "这周要到期的")))).startsWith("### 全部单位本周到期 ");
        assertThat(text(due.handle(Calls.inPrivate(inspector, now, "新丰 逾期")))).startsWith("### 新丰镇逾期 ");
    }

    @Test
    void people_of_a_unit_see_their_own_in_private() {
        assertThat(text(due.handle(Calls.inPrivate(liaison, now, "")))).startsWith("### 新丰镇未销号 ");
        assertThatThrownBy(() -> due.handle(Calls.inPrivate(liaison, now, "凤桥")))
                .isInstanceOf(UserMistake.class);
        assertThat(text(mine.handle(Calls.inPrivate(liaison, now, "")))).contains("新丰镇待办");
    }

    @Test
    void deadline_of_one_issue_is_told_with_its_reason() {
        var number = reported("六号桥下水面有油污");

        assertThat(text(due.handle(call(reporter, "编号" + number))))
                .startsWith("### #" + number + " 还剩 5 个工作日")
                .contains("没写期限，按默认 5 个工作日");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "#999999", "９９９９９９"})
    void unknown_number_says_so(String typed) {
        assertThatThrownBy(() -> show.handle(Calls.inPrivate(inspector, now, typed)))
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        mistake -> assertThat(text(mistake.reply())).contains("没有编号 999999", "/查 12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select i.id from issue i where i.is_open = true order by i.due_at, i.id limit 12",
                "select i.id from issue i where i.is_open = true and i.due_at < '2026-01-01' order by i.due_at, i.id limit 12",
                "select i.id from issue i where i.is_open = true and i.unit_id in (10) order by i.due_at, i.id limit 12",
                "select i.id from issue i where i.unit_id = 10 and i.is_open = true order by i.id desc limit 200",
                "select i.id from issue i where i.reporter_id = 5 order by i.id desc limit 8",
                "select count(*) from issue i where i.is_open = true and i.unit_id in (8, 9, 10)",
                "select m.move from issue_move m where m.issue_id = 5 order by m.id",
                "select p.fetch_id from issue_photo p where p.issue_id = 5 order by p.id"
            })
    void list_is_read_by_an_index(String query) {
        var plan = sql.sql("explain " + query).query().listOfRows();

        assertThat(plan).allSatisfy(step -> {
            assertThat(step.get("key")).as(query).isNotNull();
            assertThat(step.get("type")).as(query).isNotEqualTo("ALL");
        });
    }

    @Test
    void withdrawn_issues_count_nowhere() {
        var unit = reporter.unit().id();
        var before = figures(unit);
        var number = reported("七号农田焚烧秸秆");
        assertThat(figures(unit).reported()).isEqualTo(before.reported() + 1);

        report.undo(call(reporter, ""), Long.toString(number));

        assertThat(figures(unit)).isEqualTo(before);
    }

    private long petition(String text) {
        return issues.report(new NewIssue(
                        liaison.unit().id(),
                        reporter.id(),
                        null,
                        Source.PETITION,
                        List.of(Issue.Kind.AIR),
                        null,
                        text,
                        deadlines.byDefault(Source.PETITION, now),
                        List.of(),
                        now,
                        null,
                        null))
                .number();
    }

    private Issues.Moved move(long number, Move move, Member by, Duration later) {
        return issues.move(number, step(move, by, later));
    }

    private Step step(Move move, Member by, Duration later) {
        return Step.of(move, by, null, now.plus(later));
    }

    private List<Step.Share> fengqiao() {
        return List.of(new Step.Share(roster.unitsNamed("凤桥").get(0).id(), null));
    }

    private void close(Issue part, Member by) {
        move(part.number(), Move.ACCEPT, by, Duration.ofHours(2));
        issues.move(
                part.number(),
                step(Move.SUBMIT, by, Duration.ofHours(3)).saying("已清理").showing(IssuePhoto.Moment.AFTER, photo()));
        move(part.number(), Move.VERIFY, inspector, Duration.ofHours(4));
    }

    /** Staff ids of those who hear in private. */
    private static List<String> told(Reply reply) {
        return reply.notes().stream()
                .filter(Reply.MemberNote.class::isInstance)
                .map(note -> ((Reply.MemberNote) note).member().staffId())
                .toList();
    }

    private long filed(Member of, Issue.Kind kind, int days) {
        return filed(of, kind, days, List.of());
    }

    private long filed(Member of, Issue.Kind kind, int days, List<Long> photos) {
        var given = deadlines.whole(days + "天内").orElseThrow();
        return issues.report(new NewIssue(
                        of.unit().id(),
                        reporter.id(),
                        null,
                        Source.PATROL,
                        List.of(kind),
                        null,
                        "路边有一堆",
                        deadlines.typed(given, Source.PATROL, now).deadline(),
                        photos,
                        now,
                        null,
                        null))
                .number();
    }

    private Step asking(Member by, Duration later) {
        return step(Move.ASK_EXTENSION, by, later).saying("连日下雨").longerBy(new Step.Span(2, Deadline.DayUnit.WORKING));
    }

    private Step again(Duration later) {
        return step(Move.SUBMIT, liaison, later).saying("已重新清理");
    }

    private List<Long> photo() {
        return List.of(media.want("demo", new HeldPhotos(sql, media).code(now)));
    }

    private String refusal(long number, Step step) {
        try {
            return "done: " + issues.move(number, step).after().state();
        } catch (UserMistake mistake) {
            return text(mistake.reply());
        }
    }

    private LocalDate dueOn(long number) {
        return issues.byNumber(number).orElseThrow().deadline().dueOn();
    }

    private UnitFigures figures(long unitId) {
        return issues.figures(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)), now).stream()
                .filter(figures -> figures.unitId() == unitId)
                .findFirst()
                .orElse(UnitFigures.none(unitId));
    }

    private Callable<String> closing(Member by, long number, CyclicBarrier barrier) {
        return () -> transaction.execute(status -> {
            // A read before the race: the loser must not be fooled by what it saw then.
            assertThat(issues.byNumber(number).orElseThrow().isOpen()).isTrue();
            await(barrier);
            try {
                return text(close.handle(call(by, Long.toString(number))));
            } catch (UserMistake mistake) {
                return text(mistake.reply());
            }
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reported, accepted, and rectified with the photos that it takes. */
    private long submitted(String text) {
        var photos = new HeldPhotos(sql, media);
        var number = reported(text, photos.code(now));
        accept.handle(call(liaison, Long.toString(number)));
        rectify.handle(Calls.call(liaison, group, now, number + " 已清理", photos.code(now)));
        return number;
    }

    private long reported(String text, String... photos) {
        var reply = report.handle(Calls.call(reporter, group, now, text, photos));
        assertThat(reply.undoToken()).as(text(reply)).isNotNull();
        return Long.parseLong(reply.undoToken());
    }

    private ecobot.chat.CommandCall call(Member by, String arguments) {
        return Calls.call(by, group, now, arguments);
    }

    private String text(Reply reply) {
        return templates.render(reply.template(), reply.view()).text();
    }

    private Member member(String staffId) {
        return roster.memberByStaffId(staffId).orElseThrow();
    }
}
