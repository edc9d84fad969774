package ecobot.push;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import ecobot.outbox.Allowance;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Targets;
import ecobot.scheduler.ScheduleDesk;
import ecobot.scheduler.Schedules;
import ecobot.testing.CalendarIT;
import ecobot.testing.Plans;
import ecobot.testing.SandboxClient;
import ecobot.testing.SandboxClient.Said;
import ecobot.testing.TimeTravel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.ibatis.session.SqlSessionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A material pushed, read and asked after, through the platform's wire. */
@CalendarIT
// In a context of its own: others leave the clock in another year, with what is planned there still to run.
@TestPropertySource(properties = "spring.application.name=push")
@DirtiesContext
class PushIT {

    private static final String TRAINER = "trainer-1";
    private static final String MANAGER = "manager-1";
    private static final String PRIVATE = "private:trainer-1";
    private static final String TOWN = "cidXinfeng";
    private static final Pattern LINK = Pattern.compile("\\[看全文\\]\\(http://[^/]+(/materials/[^)]+)\\)");

    private final TimeTravel time;
    private final ReadRates rates;
    private final Schedules schedules;
    private final ScheduleDesk desk;
    private final Targets targets;
    private final Allowance allowance;
    private final JdbcClient sql;
    private final Plans plans;
    private final List<Long> materials = new ArrayList<>();

    @Value("${local.server.port}")
    private int port;

    private SandboxClient chat;

    @Autowired
    PushIT(
            TimeTravel time,
            ReadRates rates,
            Schedules schedules,
            ScheduleDesk desk,
            Targets targets,
            Allowance allowance,
            JdbcClient sql,
            SqlSessionFactory sessions) {
        this.time = time;
        this.rates = rates;
        this.schedules = schedules;
        this.desk = desk;
        this.targets = targets;
        this.allowance = allowance;
        this.sql = sql;
        this.plans = new Plans(sessions);
    }

    @BeforeEach
    void connect() {
        chat = new SandboxClient("http://127.0.0.1:" + port);
        Awaitility.await("stream")
                .until(() -> chat.get("/sandbox/api/status").path("connected").asBoolean());
        time.to("2026-10-13T10:00");
    }

    @AfterEach
    void asItWas() {
        // What the standing posts sent on the way counts for units whose tables others look at.
        sql.sql("delete from push_delivery").update();
        sql.sql("delete from outbox_stopped").update();
        sql.sql("delete from quota_use").update();
        Awaitility.await("nothing is remembered of it")
                .until(() -> targets.stopped().isEmpty() && !allowance.isShort(Channel.APP_PRIVATE));
        materials.forEach(id -> MaterialFixture.forget(sql, id));
        time.back();
    }

    @Test
    void push_is_shown_first_read_by_five_of_eight_and_the_other_three_are_reminded_once() {
        long law = material("PUBLISHED", "推送试验法");
        long before = chat.lastSeq(TOWN);
        assertThat(ask("/推送 " + law + " 新丰镇 大桥 凤桥"))
                .contains("现在发到 **3** 个群", "约用接口调用 3 次", "培训材料：推送试验法", "测试第一号，1月1日 周四起施行", "[看全文]");
        assertThat(ask("确认")).contains("已安排推送", "3 个群");
        var card = awaitSaid(TOWN, before, "推送试验法");
        assertThat(page(card)).contains("<h1>推送试验法</h1>", "不得倾倒");

        chat.read("xinfeng-1", TOWN);
        chat.read("xinfeng-2", TOWN);
        awaitSaid("cidDaqiao", 0, "推送试验法");
        chat.read("daqiao-1", "cidDaqiao");
        chat.read("daqiao-2", "cidDaqiao");
        awaitSaid("cidFengqiao", 0, "推送试验法");
        chat.read("fengqiao-1", "cidFengqiao");
        ask("/阅读 " + law);
        Awaitility.await("read list").until(() -> ask("/阅读 " + law).contains("读了 5/8 人"));
        assertThat(ask("/阅读 " + law)).contains("**新丰** 2/3 人，没读：新丰分管领导一").doesNotContain("已去问钉钉");
        assertThat(chat.ask(TRAINER, TOWN, "/阅读 " + law).text())
                .contains("**新丰** 2/3 人")
                .doesNotContain("分管领导");

        assertThat(ask("/阅读 " + law + " 提醒")).contains("私下提醒 3 人");
        assertThat(ask("确认")).contains("已提醒 3 人");
        var nudge = awaitSaid("private:daqiao-manager", 0, "推送试验法");
        awaitSaid("private:fengqiao-2", 0, "推送试验法");
        assertThat(ask("/阅读 " + law + " 提醒")).contains("没有人可提醒", "3 人都提醒过了");
        assertThat(chat.answers("private:xinfeng-1", 0))
                .noneMatch(said -> said.text().contains("推送试验法"));
        page(nudge);
        assertThat(ask("/阅读 " + law)).contains("读了 6/8 人", "**大桥** 3 人都读了");

        var week = at("2026-10-12T00:00");
        assertThat(rates.of(week, week.plus(Duration.ofDays(7)), week.plus(Duration.ofDays(7))))
                .extracting(ReadRates.UnitRate::wanted, ReadRates.UnitRate::haveRead)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(2, 1),
                        org.assertj.core.groups.Tuple.tuple(3, 2),
                        org.assertj.core.groups.Tuple.tuple(3, 3));
        assertThat(rates.of(week, week.plus(Duration.ofDays(7)), at("2026-10-13T09:59")))
                .isEmpty();
    }

    @Test
    void who_reads_it_in_another_of_his_groups_has_read_it_also_when_his_own_groups_push_is_taken_back() {
        long law = material("PUBLISHED", "两个群里的法");
        ask("/推送 " + law + " 东栅街道");
        ask("1");
        awaitSaid("cidDongzha", 0, "两个群里的法");
        var colleague = "private:trainer-2";
        assertThat(chat.ask("trainer-2", colleague, "/推送 " + law + " 片区一").text())
                .contains("片区一执法联络群");
        chat.ask("trainer-2", colleague, "1");
        awaitSaid("cidAreaOne", 0, "两个群里的法");
        chat.read("dongzha-1", "cidAreaOne");

        ask("/阅读 " + law);
        Awaitility.await("read list").until(() -> ask("/阅读 " + law).contains("读了 1/"));
        var counted = ask("/阅读 " + law);
        assertThat(counted).contains("**东栅** 1 人都读了");

        assertThat(ask("/撤销")).contains("正在撤回");
        Awaitility.await("taken back").until(() -> ask("/推送 " + law + " 东栅街道").contains("请确认"));
        ask("取消");
        assertThat(ask("/阅读 " + law)).contains(counted.lines().findFirst().orElseThrow());
    }

    @Test
    void group_that_has_had_it_is_left_out_until_it_was_taken_back() {
        long law = material("PUBLISHED", "只发一次法");
        ask("/推送 " + law + " 余新");
        ask("1");
        awaitSaid("cidYuxin", 0, "只发一次法");
        assertThat(ask("/推送 " + law + " 余新")).contains("没有群可发", "余新镇生态环境工作群（10月13日");
        assertThat(ask("/推送 " + law + " 余新 东栅街道")).contains("发到 **1** 个群：东栅", "已经收到过，不再发：余新");
        ask("取消");

        ask("/推送 " + law + " 余新 东栅街道");
        ask("1");
        awaitSaid("cidDongzha", 0, "只发一次法");
        Awaitility.await("it is known to have arrived")
                .until(() -> sql.sql("select count(*) from outbox where message_key like 'post:%' and open_lane > ''")
                                .query(Integer.class)
                                .single()
                        == 0);
        assertThat(ask("/撤销")).contains("正在撤回");
        Awaitility.await("taken back").until(() -> ask("/推送 " + law + " 东栅街道").contains("请确认"));
        ask("取消");
        assertThat(ask("/推送 " + law + " 余新")).contains("没有群可发");
    }

    @Test
    void push_for_later_waits_its_time_and_can_be_called_off() {
        long law = material("PUBLISHED", "以后再发法");
        long other = material("PUBLISHED", "不发了法");
        assertThat(ask("/推送 " + other + " 七星 后天 中午1点半")).contains("**10月15日 13:30** 发到");
        ask("取消");
        assertThat(ask("/推送 " + other + " 七星 后天9点半")).contains("**10月15日 09:30** 发到");
        ask("好");
        assertThat(ask("/推送")).contains("不发了法：10月15日 09:30");
        assertThat(ask("/推送 取消 " + other)).contains("不推送了");
        ask("/推送 " + law + " 七星 明天 9:30");
        ask("好");

        chat.advance(Duration.ofDays(3));

        awaitSaid("cidQixing", 0, "以后再发法");
        assertThat(chat.answers("cidQixing", 0)).noneMatch(said -> said.text().contains("不发了法"));
        assertThat(ask("/推送")).contains("没有在等时间的推送");
    }

    @Test
    void group_that_was_stopped_meanwhile_can_have_it_once_it_is_opened() {
        long law = material("PUBLISHED", "停发期间的法");
        ask("/推送 " + law + " 七星 余新 10月14日 9:30");
        ask("好");
        ask("/推送 " + law + " 凤桥 大桥");
        stop("cidQixing", "cidFengqiao");
        assertThat(ask("好")).contains("发到 1 个群", "这些群刚停发，不发：凤桥");

        runPlanned(law);

        assertThat(groupsWith(law)).containsExactlyInAnyOrder("cidDaqiao", "cidYuxin");
        targets.open("cidQixing");
        assertThat(ask("/推送 " + law + " 七星")).contains("请确认");
        stop("cidQixing");
        assertThat(ask("好")).contains("没有推送", "停发");
    }

    @Test
    void nobody_counts_as_reminded_while_reminders_give_way() {
        long law = material("PUBLISHED", "月底才读的法");
        ask("/推送 " + law + " 大桥");
        ask("好");
        awaitSaid("cidDaqiao", 0, "月底才读的法");
        ask("/阅读 " + law);
        Awaitility.await("readers are known")
                .until(() -> ask("/阅读 " + law + " 提醒").contains("私下提醒"));
        sql.sql("insert into quota_use (month, counter, used) values ('2026-10', 'OPEN_API', 1000000)"
                        + " on duplicate key update used = 1000000")
                .update();
        Awaitility.await("short").until(() -> allowance.isShort(Channel.APP_PRIVATE));

        assertThat(ask("好")).contains("现在不提醒", "/配额");
        assertThat(ask("/阅读 " + law + " 提醒")).contains("现在不提醒");

        sql.sql("delete from quota_use").update();
        Awaitility.await("no more").until(() -> !allowance.isShort(Channel.APP_PRIVATE));
        assertThat(ask("/阅读 " + law + " 提醒")).contains("私下提醒").doesNotContain("提醒过");
    }

    @Test
    void taking_back_a_planned_push_leaves_what_another_plans_with_the_same_material() {
        long law = material("PUBLISHED", "两人都要发的法");
        ask("/推送 " + law + " 七星 10月16日 9:30");
        ask("好");
        chat.ask(MANAGER, "private:manager-1", "/推送 " + law + " 余新 10月19日 9:30");
        chat.ask(MANAGER, "private:manager-1", "好");

        assertThat(chat.ask(MANAGER, "private:manager-1", "/撤销").text()).contains("不推送了");

        assertThat(ask("/推送")).contains("两人都要发的法：10月16日 09:30").doesNotContain("10月19日");
        assertThat(sql.sql("""
                        select s.enabled
                          from push_order o
                          join schedule s on s.id = o.schedule_id
                         where o.material_id = ?
                         order by o.id
                        """).param(law).query(Boolean.class).list()).containsExactly(true, false);
        assertThat(ask("/撤销")).contains("不推送了");
    }

    @Test
    void what_cannot_be_pushed_is_refused_with_an_example() {
        long draft = material("DRAFT", "草稿法");
        long law = material("PUBLISHED", "能发的法");
        assertThat(ask("/推送 " + draft)).contains("还没有发布");
        assertThat(ask("/推送 99999999")).contains("没有 99999999 号资料");
        assertThat(ask("/推送 " + law + " 火星")).contains("没找到“火星”", "例如");
        assertThat(ask("/推送 " + law + " 新丰 10月1日9点")).contains("已经过去了");
        assertThat(ask("/推送 新丰")).contains("推送哪一份资料");
        assertThat(chat.ask("xinfeng-1", TOWN, "/推送 " + law).text()).contains("您不能用 /推送");
    }

    @Test
    void address_that_was_changed_opens_nothing() {
        var page = new String(
                chat.bytes("/materials/1-g1-AAAAAAAAAAAAAAAAAAAAAA"), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(page).contains("这个链接打不开").doesNotContain("<h1>推送");
    }

    @Test
    void what_runs_again_and_again_finds_its_rows_by_an_index() {
        var now = at("2026-10-13T10:00");
        assertThat(plans.readingAll(PushMapper.class, "hadOf", Map.of("groupId", 1L, "category", "LAW"), "d"))
                .isEmpty();
        assertThat(plans.readingAll(ReadingMapper.class, "byPlatformId", Map.of("platformId", "x"), "push_delivery"))
                .isEmpty();
        assertThat(plans.readingAll(ReadingMapper.class, "toAsk", Map.of("now", now, "limit", 50), "push_delivery"))
                .isEmpty();
        assertThat(plans.readingAll(ReadingMapper.class, "readers", Map.of("materialId", 1L), "push_reader"))
                .isEmpty();
    }

    private void runPlanned(long material) {
        long schedule = sql.sql("select schedule_id from push_order where material_id = ? and occurrence_id is null")
                .param(material)
                .query(Long.class)
                .single();
        schedules.runNow(desk.find(schedule).orElseThrow());
    }

    private List<String> groupsWith(long material) {
        return sql.sql("""
                select g.conversation_id
                  from push_delivery d
                  join chat_group g on g.id = d.group_id
                 where d.material_id = ?
                """).param(material).query(String.class).list();
    }

    private void stop(String... conversations) {
        for (var conversation : conversations) {
            sql.sql("insert into outbox_stopped (lane, reason, stopped_at) values (?, 'test', utc_timestamp(3))")
                    .param(conversation)
                    .update();
        }
        Awaitility.await("stopped").until(() -> List.of(conversations).stream().allMatch(targets::isStopped));
    }

    private long material(String state, String title) {
        long id = MaterialFixture.added(sql, "TRAINING", state, title);
        materials.add(id);
        return id;
    }

    private String page(Said card) {
        var link = LINK.matcher(card.text());
        assertThat(link.find()).as(card.text()).isTrue();
        return new String(chat.bytes(link.group(1)), java.nio.charset.StandardCharsets.UTF_8);
    }

    private Said awaitSaid(String conversation, long after, String words) {
        return Awaitility.await(words + " in " + conversation)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> chat.answers(conversation, after).stream()
                                .filter(said -> said.channel().startsWith("app-"))
                                .filter(said -> said.text().contains(words))
                                .findFirst()
                                .orElse(null),
                        said -> said != null);
    }

    private String ask(String text) {
        return chat.ask(TRAINER, PRIVATE, text).text();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zone.SHANGHAI).toInstant();
    }
}
