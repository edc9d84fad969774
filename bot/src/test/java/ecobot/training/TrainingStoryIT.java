package ecobot.training;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.SettableClock;
import ecobot.calendar.Zone;
import ecobot.chat.CommandCall;
import ecobot.roster.Roster;
import ecobot.scheduler.Schedules;
import ecobot.testing.CalendarIT;
import ecobot.testing.Calls;
import ecobot.testing.Plans;
import ecobot.testing.SandboxClient;
import ecobot.testing.Threads;
import ecobot.testing.TimeTravel;
import ecobot.workbook.TestSheets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.ibatis.session.SqlSessionFactory;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A year of training through the stand-in: planned, signed up for, announced, held; and a lecture that a town orders. */
@CalendarIT
class TrainingStoryIT {

    private static final String TRAINER = "trainer-1";
    private static final String TOWN = "xinfeng-1";

    private final SettableClock clock;
    private final TimeTravel time;
    private final Schedules schedules;
    private final OrderMapper orders;
    private final OrderDesk orderDesk;
    private final PlanDesk plan;
    private final Roster roster;
    private final JdbcClient sql;
    private final Plans plans;
    private final TransactionTemplate transaction;

    @Value("${local.server.port}")
    private int port;

    private SandboxClient chat;

    @Autowired
    TrainingStoryIT(
            SettableClock clock,
            TimeTravel time,
            Schedules schedules,
            OrderMapper orders,
            OrderDesk orderDesk,
            PlanDesk plan,
            Roster roster,
            JdbcClient sql,
            SqlSessionFactory sessions,
            TransactionTemplate transaction) {
        this.clock = clock;
        this.time = time;
        this.schedules = schedules;
        this.orders = orders;
        this.orderDesk = orderDesk;
        this.plan = plan;
        this.roster = roster;
        this.sql = sql;
        this.plans = new Plans(sessions);
        this.transaction = transaction;
    }

    @BeforeEach
    void nothing_is_planned() {
        List.of("training_order", "training_signup", "training_material", "training_session_unit", "training_session")
                .forEach(table -> sql.sql("delete from " + table).update());
        time.to("2026-09-17T10:00");
        chat = new SandboxClient("http://127.0.0.1:" + port);
        Awaitility.await("stream")
                .until(() -> chat.get("/sandbox/api/status").path("connected").asBoolean());
    }

    @AfterEach
    void put_the_clock_back() {
        time.back();
    }

    @Test
    void session_is_planned_filled_announced_reminded_of_and_held() {
        var number = number(ask(TRAINER, "/培训 新建 9月28日 14:00 固废法培训 对象 新丰、大桥 地点 区行政中心301 名额 2"));
        assertThat(ask(TOWN, "/培训")).contains("9月28日 周一 14:00，固废法培训（宣教员一，区行政中心301）");
        assertThat(ask("fengqiao-1", "/培训")).as("not for them").doesNotContain("固废法培训");
        assertThat(ask(TOWN, "/报名 " + number)).contains("已报名", "报名 1/2");
        assertThat(ask("daqiao-2", "/报名 " + number)).contains("报名 2/2");
        assertThat(ask("daqiao-1", "/报名 " + number)).contains("报满了");
        assertThat(ask("daqiao-1", "/报名 取消 " + number)).contains("您没有报名");
        assertThat(ask(TRAINER, "/培训 " + number)).contains("新丰镇 1 人：新丰联络员一", "大桥镇 1 人：大桥上报人一");
        assertThat(ask(TOWN, "/培训 " + number)).doesNotContain("大桥上报人一");
        assertThat(chat.ask(TRAINER, "cidAll", "/培训 " + number).text())
                .as("before a group nobody is named")
                .contains("报名 2/2")
                .doesNotContain("大桥上报人一");
        assertThat(ask(TOWN, "/培训 改 " + number + " 9月29日")).contains("由宣教员操作");

        assertThat(told("2026-09-18T16:00")).as("not yet").isEmpty();
        // A week before is a Monday; nothing is sent between then and the Sunday at work.
        var week = told("2026-09-21T09:05");
        assertThat(week.keySet()).containsExactlyInAnyOrder("cidXinfeng", "cidDaqiao", TOWN, "daqiao-2", TRAINER);
        assertThat(week.get("cidXinfeng")).contains("培训预告：9月28日 周一 14:00，固废法培训", "/报名 " + number);
        assertThat(week.get(TRAINER)).contains("（您负责）", "报名 2/2");
        assertThat(told("2026-09-23T18:00")).as("once").isEmpty();

        assertThat(ask(TRAINER, "/培训 改 " + number + " 9:30 地点 302")).contains("14:00 → 9月28日 周一 09:30", "已私下告诉 2 人");

        // The 25th to the 27th are off: the last working day before is Thursday the 24th.
        var day = told("2026-09-24T09:05");
        assertThat(day.keySet()).containsExactlyInAnyOrder(TOWN, "daqiao-2", TRAINER);
        assertThat(day.get(TOWN)).contains("9月28日 周一 09:30", "302");
        assertThat(told("2026-09-28T09:05")).as("never again").isEmpty();

        assertThat(ask(TRAINER, "/到课 " + number)).contains("大桥镇 1 人：大桥上报人一");
        assertThat(chat.ask(TRAINER, "cidAll", "/到课 " + number).text())
                .contains("大桥镇 1 人")
                .doesNotContain("大桥上报人一");
        assertThat(ask(TRAINER, "/到课 " + number + " 全到")).contains("到 1 人，报名 1 人");
        assertThat(ask(TRAINER, "/到课 " + number + " 大桥上报人一没来，大桥联络员一来了"))
                .contains("新丰镇：到 1 人，报名 1 人", "大桥镇：到 1 人，报名 1 人", "没来：大桥上报人一");
        assertThat(ask(TOWN, "/培训 " + number)).contains("大桥镇：到 1 人").doesNotContain("大桥上报人一");
        assertThat(ask(TRAINER, "/培训 " + number + " 资料 7、99999"))
                .contains("没有已发布的 99999 号资料", "/培训 " + number + " 资料 3 5");
        var material = title(7);
        assertThat(ask(TRAINER, "/培训 " + number + " 资料 7")).contains(material);
        assertThat(ask(TOWN, "/培训 " + number)).contains("- 7 号：" + material);
        time.to("2026-09-28T09:31");
        assertThat(ask(TOWN, "/报名 " + number)).contains("已经开课");
    }

    @Test
    void minutes_stand_with_the_session_and_after_a_review_in_the_library() {
        var number = number(ask(TRAINER, "/培训 新建 9月18日 9:30 排污许可 地点 302"));
        var before = chat.lastSeq(privately("trainer-2"));

        var draft = material(ask(TRAINER, "/培训 " + number + " 纪要 讲了台账怎样记"));
        assertThat(ask(TOWN, "/培训 " + number)).contains("讲了台账怎样记").doesNotContain(draft + " 号：");
        Awaitility.await("asked to review")
                .untilAsserted(() -> assertThat(chat.messages(privately("trainer-2"), before))
                        .extracting(said -> said.raw().toString())
                        .anyMatch(text -> text.contains("请审核培训 " + number + " 的纪要")));

        assertThat(ask(TRAINER, "/培训 " + number + " 纪要 讲了台账怎样记、怎样查"))
                .contains(draft + " 号")
                .doesNotContain("已私聊请");
        assertThat(ask(TRAINER, "/资料 审核 " + draft)).as("own words").doesNotContain("发布吗");
        ask("trainer-2", "/资料 发布 " + draft);
        assertThat(ask(TOWN, "/资料 台账怎样查")).contains("培训纪要：排污许可");
        assertThat(ask(TOWN, "/培训 " + number)).contains(draft + " 号：培训纪要：排污许可");

        var said = ask(TRAINER, "/培训 " + number + " 纪要 下次讲申报");
        assertThat(said).contains("在那以前 " + draft + " 号还是原来的");
        var other = material(said);
        assertThat(other).as("what is published stays until the review").isNotEqualTo(draft);
        assertThat(ask(TOWN, "/资料 " + draft)).contains("怎样查").doesNotContain("下次讲申报");
        ask("trainer-2", "/资料 发布 " + other);
        assertThat(ask(TOWN, "/资料 " + draft)).contains("下次讲申报");
    }

    @Test
    void session_that_has_led_to_something_is_not_taken_back_but_can_be_cancelled() {
        var untouched = number(ask(TRAINER, "/培训 新建 9月25日 14:00 噪声法"));
        assertThat(ask(TRAINER, "/撤销")).contains(untouched).doesNotContain("不能撤销");
        assertThat(sessions()).isZero();

        for (var step : List.of("/培训 %s 资料 7", "/培训 %s 纪要 讲了台账怎样记", "/报名 %s")) {
            var number = number(ask(TRAINER, "/培训 新建 9月25日 14:00 固废法"));
            ask(step.startsWith("/报名") ? TOWN : TRAINER, step.formatted(number));
            assertThat(ask(TRAINER, "/撤销")).as(step).contains("培训 " + number + " 不能撤销了", "/培训 取消 " + number + " 原因");
        }
        var announced = number(ask(TRAINER, "/培训 新建 9月18日 14:00 排污许可"));
        told("2026-09-17T10:01");
        assertThat(ask(TRAINER, "/撤销")).contains("培训 " + announced + " 不能撤销了", "已经预告");
        assertThat(sessions()).isEqualTo(4);
    }

    @Test
    void it_runs_twice_on_working_days() {
        var schedule = schedules.named("training").orElseThrow();

        assertThat(schedules.nextAfter(schedule, at("2026-09-24T10:00"))).contains(at("2026-09-24T15:00"));
        assertThat(schedules.nextAfter(schedule, at("2026-09-24T15:00")))
                .as("a holiday")
                .contains(at("2026-09-28T09:00"));
    }

    @Test
    void one_thing_is_asked_for_and_a_cancelled_session_is_told_once() {
        ask(TRAINER, "/培训 新建");
        assertThat(ask(TRAINER, "噪声法")).contains("“噪声法”什么时候");
        assertThat(ask(TRAINER, "尽快吧")).contains("没看懂时间");
        var number = number(ask(TRAINER, "12月"));
        assertThat(ask(TOWN, "/报名 " + number)).contains("12月，日子未定");
        var before = chat.lastSeq(privately(TOWN));

        assertThat(ask(TRAINER, "/培训 取消 " + number)).contains("为什么取消");
        assertThat(ask(TRAINER, "讲师临时有事")).contains("已私下告诉 1 人");

        Awaitility.await("told")
                .until(() -> chat.answers(privately(TOWN), before).stream()
                        .anyMatch(said -> said.text().contains("取消了：噪声法")));
        assertThat(ask(TRAINER, "/培训 取消 " + number + " 再来一次")).contains("已经取消");
        assertThat(ask(TOWN, "/报名 " + number)).contains("不办了，原因：讲师临时有事");
        assertThat(ask(TRAINER, "/培训 全年")).contains("培训计划 0 场，取消 1 场", "（已取消）");
        assertThat(ask(TOWN, "/培训 12月")).contains("2026年12月培训计划 0 场，取消 1 场");
        assertThat(ask(TOWN, "/培训 噪声")).contains("“噪声”有关的培训计划", "（已取消）");
        assertThat(ask(TOWN, "/培训 没有这个")).contains("没看懂“没有这个”");
    }

    @Test
    void plan_comes_as_a_workbook_and_the_same_file_again_changes_nothing() {
        var header = TestSheets.row("月份", "日期", "主题", "对象", "讲师", "地点");
        var bad = TestSheets.of(header, TestSheets.row("十三月", null, "固废法", "全体", "宣教员一", "301"));
        assertThat(send("2026培训计划.xlsx", bad, "处要改")).contains("有 1 处要改", "**A2**");

        var good = TestSheets.of(
                header,
                TestSheets.row("10月", "10月15日 14:00", "固废法", "各镇街联络员", "宣教员一", "301"),
                TestSheets.row("11月", null, "排污许可", "新丰、大桥", "市局专家", "线上"));
        assertThat(send("2026培训计划.xlsx", good, "请确认")).contains("新增 2 场，改 0 场", "不在名册", "市局专家");
        assertThat(sessions()).as("nothing is written before it is confirmed").isZero();
        assertThat(ask(TRAINER, "确认")).contains("已写入2026年培训计划：新增 2 场");
        assertThat(send("2026培训计划.xlsx", good, "没有变化")).contains("2 场计划里都有");
        assertThat(sessions()).isEqualTo(2);

        var moved = TestSheets.of(header, TestSheets.row("12月", "12月1日", "排污许可", "新丰、大桥", "市局专家", "线上"));
        assertThat(send("2026培训计划.xlsx", moved, "请确认"))
                .contains("新增 0 场，改 1 场", "11月，日子未定 → 12月1日 周二", "另有 1 场表里没有，不动");
        assertThat(ask(TRAINER, "1")).contains("改 1 场");
        assertThat(sessions()).isEqualTo(2);
    }

    @Test
    void lecture_is_ordered_taken_rescheduled_confirmed_and_reminded_of() {
        var order = number(ask(TOWN, "/点课 固体废物怎样分类存放 9月下旬 地点 镇政府二楼"));
        assertThat(ask(TRAINER, "/点课")).contains("新丰镇，固体废物怎样分类存放（希望：9月下旬）：等宣讲队接");
        assertThat(ask("manager-1", "/点课"))
                .as("the bureau sees all")
                .contains("没办完的点课 1 件")
                .doesNotContain("您来讲");
        assertThat(ask(TRAINER, "/点课 接 " + order)).contains("定在哪一天");
        assertThat(ask(TRAINER, "9月22日 14:00")).contains("您接下了", "9月22日 周二 14:00", "镇政府二楼");
        assertThat(ask("daqiao-1", "/点课 确认 " + order)).contains("是新丰镇的");
        assertThat(ask(TOWN, "/点课 改期 " + order + " 9月24日")).contains("希望时间改为：9月24日 周四");
        assertThat(ask(TRAINER, "/点课 接 " + order + " 9月24日 9:00")).contains("9月24日 周四 09:00");
        var confirmed = ask("xinfeng-manager", "/点课 确认 " + order);
        assertThat(confirmed).contains("定了：9月24日 周四 09:00", "已替新丰联络员一报名");
        assertThat(ask(TOWN, "/培训")).contains("9月24日 周四 09:00，固体废物怎样分类存放");
        assertThat(ask(TRAINER, "/点课 接 " + order + " 9月25日")).contains("现在不能这样办");

        var day = told("2026-09-23T09:05");
        assertThat(day).containsKeys(TOWN, TRAINER, "cidXinfeng").doesNotContainKey("cidDaqiao");
        assertThat(ask(TRAINER, "/点课 全年")).contains("讲了 0 场，定好 1 场", "宣教员一：", "新丰镇：点了 1 件");
        ask(TRAINER, "/培训 改 " + number(confirmed, "是培训计划里的 \\*\\*(\\d+)") + " 9:30");
        assertThat(ask(TOWN, "/点课")).as("as it is now").contains("已定9月24日 周四 09:30");
        time.to("2026-09-25T10:00");
        assertThat(ask(TRAINER, "/点课 全年")).contains("讲了 1 场，定好 0 场");
        assertThat(ask(TOWN, "/点课 撤回 " + order)).contains("现在不能这样办");
    }

    @Test
    void of_two_trainers_one_takes_it() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            long unit = roster.unitsNamed("新丰").get(0).id();
            long one = member(TRAINER);
            long other = member("inspector-1");
            orders.insert("固废法", "", "", "", unit, member(TOWN), clock.instant());
            long id = orders.inserted();
            var day = LocalDate.of(2026, 9, 22);

            assertThat(orders.offer(id, one, day, null, "")).isOne();
            assertThat(orders.offer(id, other, day, null, ""))
                    .as("somebody has it")
                    .isZero();
            assertThat(orders.confirm(id, one, day.plusDays(1)))
                    .as("another day than was shown")
                    .isZero();
            assertThat(orders.ask(id, "9月24日")).isOne();
            assertThat(orders.offer(id, other, day, null, ""))
                    .as("still somebody's")
                    .isZero();
            assertThat(orders.offer(id, one, day.plusDays(2), null, "")).isOne();
            assertThat(orders.confirm(id, one, day.plusDays(2))).isOne();
            assertThat(orders.offer(id, one, day, null, "")).as("settled").isZero();
        });
    }

    @Test
    void change_of_two_at_once_keeps_both_and_a_cancelled_session_is_not_changed() {
        var number = Long.parseLong(number(ask(TRAINER, "/培训 新建 9月25日 14:00 固废法 地点 301")));

        atOnce(
                () -> plan.change(call(TRAINER), number, "地点 302"),
                () -> plan.change(call("trainer-2"), number, "9:30"));
        assertThat(ask(TRAINER, "/培训 " + number)).contains("09:30", "302");

        var late = atOnce(
                () -> plan.cancel(call(TRAINER), number, "讲师有事"),
                () -> plan.change(call("trainer-2"), number, "15:00"));
        assertThat(late).hasMessageContaining("training/is-cancelled");
        assertThat(ask(TRAINER, "/培训 " + number)).contains("09:30").doesNotContain("15:00");
    }

    @Test
    void order_that_is_withdrawn_while_it_is_confirmed_leaves_no_session() {
        var order = Long.parseLong(number(ask(TOWN, "/点课 固废法 地点 镇政府二楼")));
        ask(TRAINER, "/点课 接 " + order + " 9月22日 14:00");

        atOnce(() -> orderDesk.confirm(call("xinfeng-manager"), order), () -> orderDesk.withdraw(call(TOWN), order));

        assertThat(sql.sql("select state from training_session")
                        .query(String.class)
                        .list())
                .containsExactly("CANCELLED");
    }

    @Test
    void statements_use_an_index() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            long someone = member(TRAINER);
            long unit = roster.unitsNamed("新丰").get(0).id();
            for (int i = 1; i <= 400; i++) {
                var day = LocalDate.of(2030, 1, 1).plusDays(i * 5L);
                sql.sql("""
                        insert into training_session (month_on, day_on, topic, audience, trainer, place, online, state, made_by, made_at)
                        values (?, ?, 'x', '', 'x', '', false, 'PLANNED', ?, utc_timestamp(3))
                        """).params(day.withDayOfMonth(1), day, someone).update();
                sql.sql(
                                "insert into training_signup (session_id, member_id, signed_at) values (last_insert_id(), ?, utc_timestamp(3))")
                        .param(someone)
                        .update();
                sql.sql("""
                        insert into training_order (topic, wish, audience, place, unit_id, ordered_by, ordered_at, state)
                        values ('x', '', '', '', ?, ?, ?, 'WITHDRAWN')
                        """).params(unit, someone, day.atStartOfDay()).update();
            }
            var days = Map.of(
                    "from",
                    LocalDate.of(2031, 1, 1),
                    "until",
                    LocalDate.of(2031, 2, 1),
                    "to",
                    LocalDate.of(2031, 1, 8));
            var id = Map.of("id", 1L, "sessionId", 1L, "memberId", someone);
            var year = Map.of("from", at("2031-01-01T00:00"), "until", at("2031-02-01T00:00"));

            assertThat(plans.readingAll(SessionMapper.class, "between", days, "s", "u", "g"))
                    .isEmpty();
            assertThat(plans.readingAll(SessionMapper.class, "untold", days, "s", "u", "g"))
                    .isEmpty();
            assertThat(plans.readingAll(SessionMapper.class, "byId", id, "s", "u", "g"))
                    .isEmpty();
            assertThat(plans.readingAll(SignUpMapper.class, "of", id, "training_signup"))
                    .isEmpty();
            assertThat(plans.readingAll(OrderMapper.class, "waiting", Map.of(), "o", "s"))
                    .isEmpty();
            assertThat(plans.readingAll(OrderMapper.class, "between", year, "o", "s"))
                    .isEmpty();
        });
    }

    /**
     * What the post of this room says at a time, by conversation or person. Only its own schedule runs: the other tests of this context must not find
     * tables posted that they did not post.
     */
    private Map<String, String> told(String when) {
        time.to(when);
        var occurrence = schedules.runNow(schedules.named("training").orElseThrow());
        var told = new TreeMap<String, String>();
        sql.sql("""
                select target_id, json_value(content, '$.markdown.text') as text
                  from outbox
                 where message_key like concat('post:', ?, ':%')
                """)
                .param(occurrence.id())
                .query()
                .listOfRows()
                .forEach(row -> told.put(
                        row.get("target_id").toString(), row.get("text").toString()));
        return told;
    }

    /**
     * The second begins when the first has written, and reads before that is committed; or waits for it.
     *
     * @return what the second ended with; null for nothing
     */
    private @Nullable Throwable atOnce(Runnable first, Runnable second) {
        var written = new CountDownLatch(1);
        var secondEnded = new CountDownLatch(1);
        var one = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(status -> {
                    first.run();
                    written.countDown();
                    await(secondEnded, 1);
                }),
                Threads.NEW);
        assertThat(await(written, 30)).isTrue();
        var other =
                CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> second.run()), Threads.NEW);
        var ended = other.whenComplete((nothing, thrown) -> secondEnded.countDown())
                .handle((nothing, thrown) -> thrown == null ? null : thrown.getCause());
        one.join();
        return ended.join();
    }

    private static boolean await(CountDownLatch latch, long seconds) {
        try {
            return latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CommandCall call(String staffId) {
        return Calls.inPrivate(roster.memberByStaffId(staffId).orElseThrow(), clock.instant(), "");
    }

    private int sessions() {
        return sql.sql("select count(*) from training_session")
                .query(Integer.class)
                .single();
    }

    private long member(String staffId) {
        return roster.memberByStaffId(staffId).orElseThrow().id();
    }

    private String ask(String staffId, String text) {
        return chat.ask(staffId, privately(staffId), text).text();
    }

    private String send(String name, byte[] content, String words) {
        return chat.sendFile(TRAINER, name, content, words).text();
    }

    private static String privately(String staffId) {
        return "private:" + staffId;
    }

    private static String material(String answer) {
        return number(answer, "(\\d+) 号资料草稿");
    }

    private String title(long material) {
        return sql.sql("select title from material where id = ?")
                .param(material)
                .query(String.class)
                .single();
    }

    private static String number(String answer) {
        return number(answer, "(?:编号 |点课 )(\\d+)");
    }

    private static String number(String answer, String pattern) {
        var found = Pattern.compile(pattern).matcher(answer);
        assertThat(found.find()).as(answer).isTrue();
        return found.group(1);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zone.SHANGHAI).toInstant();
    }
}
