package ecobot.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.SettableClock;
import ecobot.calendar.Zone;
import ecobot.chat.Posts;
import ecobot.scheduler.Schedule;
import ecobot.scheduler.Schedules;
import ecobot.testing.CalendarIT;
import ecobot.testing.SandboxClient;
import ecobot.testing.TimeTravel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Schedules made and changed from the chat, through the platform's wire, before the October holiday. */
@CalendarIT
class PlanCommandIT {

    private static final String MANAGER = "manager-1";
    private static final String PRIVATE = "private:manager-1";

    private final Schedules schedules;
    private final Posts posts;
    private final SettableClock clock;
    private final TimeTravel time;
    private final JdbcClient sql;
    private List<Long> shipped = List.of();

    @Value("${local.server.port}")
    private int port;

    private SandboxClient chat;

    @Autowired
    PlanCommandIT(Schedules schedules, Posts posts, SettableClock clock, TimeTravel time, JdbcClient sql) {
        this.schedules = schedules;
        this.posts = posts;
        this.clock = clock;
        this.time = time;
        this.sql = sql;
    }

    @BeforeEach
    void connect() {
        chat = new SandboxClient("http://127.0.0.1:" + port);
        Awaitility.await("stream")
                .until(() -> chat.get("/sandbox/api/status").path("connected").asBoolean());
        time.to("2026-09-10T10:00");
        shipped = schedules.all().stream().map(Schedule::id).toList();
    }

    @AfterEach
    void asItWas() {
        schedules.all().stream()
                .map(Schedule::id)
                .filter(id -> !shipped.contains(id))
                .forEach(id -> sql.sql("update schedule set removed_at = now(3) where id = ?")
                        .param(id)
                        .update());
        sql.sql("update schedule set cron = '0 0 9 ? * MON', holiday = 'AFTER', enabled = true where id = ?")
                .param(weekly().id())
                .update();
        sql.sql(
                        "delete from occurrence where planned_at > '2026-09-10' and planned_at < '2026-12-31' and state = 'SKIPPED'")
                .update();
        time.back();
    }

    @Test
    void list_tells_in_words_what_comes_when() {
        assertThat(ask("/计划"))
                .contains(
                        "每周排名：每周一 09:00，遇放假顺延到后一个工作日，错过了补发一次；下次 9月14日 周一 09:00",
                        "整改提醒：每个工作日 08:30，错过了补发一次；下次 9月11日 周五 08:30",
                        "核查提醒")
                .doesNotContain("calendar-next-year");
        assertThat(chat.ask("xinfeng-1", "cidXinfeng", "/计划 停 1").text()).contains("您不能改计划");
        assertThat(ask("/计划 每周排名")).contains("10月8日 周四 09:00（原定 10月5日 周一 放假）", "10月12日 周一 09:00");
    }

    @Test
    void twelve_real_dates_are_shown_and_nothing_counts_before_the_yes() {
        var shown = ask("/计划 新建 每周排名 每周五 16:00 如遇放假提前到前一工作日");

        assertThat(shown)
                .contains(
                        "请确认：每周排名",
                        "每周五 16:00，遇放假提前到前一个工作日",
                        "它已经有一条计划：每周一 09:00",
                        "9月24日 周四 16:00（原定 9月25日 周五 放假）",
                        "9月30日 周三 16:00（原定 10月2日 周五 放假）",
                        "10月9日 周五 16:00",
                        "1. 确认",
                        "2. 取消");
        assertThat(shown.lines().filter(line -> line.startsWith("- "))).hasSize(12);
        assertThat(schedules.all()).hasSize(shipped.size());

        assertThat(ask("/确认")).contains("已安排：每周排名", "下次 9月11日 周五 16:00");
        var made = made();
        assertThat(schedules.nextAfter(made, at("2026-09-21T00:00"))).contains(at("2026-09-24T16:00"));
        awaitAlarm(made, at("2026-09-11T16:00"));

        assertThat(ask("/撤销")).contains("刚才新建的计划没有了");
        assertThat(schedules.all()).hasSize(shipped.size());
    }

    @Test
    void unknown_year_and_make_up_days_are_marked() {
        assertThat(ask("/计划 新建 整改提醒 每月10日 8:30 放假不发"))
                .contains("10月10日 周六 08:30（补班）", "2027年3月10日 周三 08:30（暂按双休日）", "（2027年1月10日 周日 放假不发）");
        assertThat(ask("2")).contains("没有改动");
        assertThat(ask("/计划 新建 整改提醒 每月10日 22:30")).contains("这个时间在夜里");
        assertThat(ask("2")).contains("没有改动");
    }

    @Test
    void schedule_is_changed_stopped_started_and_ended_and_each_step_can_be_taken_back() {
        var number = weekly().id();

        assertThat(ask("/计划 改 " + number + " 每月1日和15日 9点"))
                .contains("原来：每周一 09:00", "改成：**每月1日、15日 09:00")
                .contains("10月8日 周四 09:00（原定 10月1日 周四 放假）");
        assertThat(ask("好")).contains("已改：每周排名", "下次 9月15日 周二 09:00");
        awaitAlarm(weekly(), at("2026-09-15T09:00"));
        assertThat(ask("/撤销")).contains("每周一 09:00", "下次 9月14日");

        assertThat(ask("/计划 停 每周排名")).contains("已停：每周排名");
        assertThat(ask("/计划")).contains("**已停**");
        assertThat(ask("/计划 停 " + number)).contains("本来就停着");
        assertThat(ask("/计划 启 " + number)).contains("已启用：每周排名", "下次 9月14日");

        assertThat(ask("/计划 删 " + number)).contains("已删：每周排名");
        assertThat(ask("/计划 " + number)).contains("没有编号 " + number);
        assertThat(ask("/撤销")).contains("已撤销：每周排名");
        assertThat(sql.sql("select count(*) from audit_entry where subject = ? and action like 'plan-%'")
                        .param("schedule:" + number)
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/计划 停 每周排名",
                "/计划 改 每周排名 每周三 9:00",
                "/计划 删 每周排名",
                "/计划 新建 每周排名 每周五 16:00",
                "/计划 新建 每月排名 每月2日 16:00",
                "/计划 停 红黄绿码变化",
                "/跳过 每周排名",
                "/发布 每周排名"
            })
    void manager_of_a_ranked_town_decides_nothing_about_the_ranking(String line) {
        var before = schedules.all();
        long leftOut = leftOut();

        assertThat(chat.ask("xinfeng-manager", "private:xinfeng-manager", line).text())
                .contains("由局领导或管理员决定");
        chat.ask("xinfeng-manager", "private:xinfeng-manager", "1");

        assertThat(schedules.all()).isEqualTo(before);
        assertThat(leftOut()).isEqualTo(leftOut);
    }

    @Test
    void manager_of_a_town_plans_other_posts_as_before_and_the_bureaus_own_the_ranking() {
        assertThat(chat.ask("xinfeng-manager", "private:xinfeng-manager", "/计划 新建 整改提醒 每周五 16:00")
                        .text())
                .contains("请确认：整改提醒");
        chat.ask("xinfeng-manager", "private:xinfeng-manager", "取消");
        assertThat(ask("/跳过 每周排名")).contains("9月14日");
        assertThat(ask("/撤销")).contains("每周排名");
    }

    @Test
    void change_by_somebody_else_meanwhile_makes_the_question_void() {
        var weekly = weekly();
        ask("/计划 改 " + weekly.id() + " 每周三 9:00");
        sql.sql("update schedule set cron = '0 0 9 ? * THU' where id = ?")
                .param(weekly.id())
                .update();

        assertThat(ask("1")).contains("刚被别人改过");
        assertThat(schedules.named(weekly.name()).orElseThrow().cron()).isEqualTo("0 0 9 ? * THU");
    }

    @Test
    void mistakes_are_told_with_an_example() {
        assertThat(ask("/计划 新建 天气预报 每周一 9:00")).contains("要发什么", "每周排名", "例如：");
        assertThat(ask("/计划 新建 每周排名 每两周 9:00")).contains("这样排不了", "例如：");
        assertThat(ask("/计划 改 4711 每周一 9:00")).contains("没有编号 4711");
        assertThat(ask("/计划 停")).contains("没看懂是哪一条");
    }

    @Test
    void every_post_has_a_name_for_people() {
        assertThat(posts.all()).extracting(Posts.Kind::title).contains("每周排名", "整改提醒", "核查提醒");
        assertThat(posts.all()).allSatisfy(kind -> assertThat(kind.about()).isNotBlank());
    }

    private long leftOut() {
        return sql.sql("select count(*) from occurrence where state = 'SKIPPED' and detail = 'by hand'")
                .query(Long.class)
                .single();
    }

    private void awaitAlarm(Schedule schedule, Instant moment) {
        Awaitility.await("alarm of " + schedule.name()).until(() -> {
            var fires = sql.sql(
                            "select next_fire_time from QRTZ_TRIGGERS where trigger_name = ? and sched_name = (select max(sched_name) from QRTZ_TRIGGERS)")
                    .param(schedule.name())
                    .query(Long.class)
                    .optional();
            var expected = moment.plus(
                    Duration.between(clock.instant(), Clock.systemUTC().instant()));
            return fires.isPresent() && Math.abs(fires.get() - expected.toEpochMilli()) < 2_000;
        });
    }

    private Schedule weekly() {
        return schedules.named("league-table-weekly").orElseThrow();
    }

    private Schedule made() {
        return schedules.all().stream()
                .filter(schedule -> !shipped.contains(schedule.id()))
                .findFirst()
                .orElseThrow();
    }

    private String ask(String text) {
        return chat.ask(MANAGER, PRIVATE, text).text();
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(Zone.SHANGHAI).toInstant();
    }
}
