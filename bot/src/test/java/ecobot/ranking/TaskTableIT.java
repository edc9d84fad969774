package ecobot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.media.FetchEnded;
import ecobot.media.Media;
import ecobot.media.Media.Fetch.State;
import ecobot.ranking.TaskTargets.Targets;
import ecobot.roster.Roster;
import ecobot.testing.EcoBotIT;
import ecobot.testing.Plans;
import ecobot.testing.SandboxClient;
import ecobot.testing.SandboxClient.Said;
import ecobot.workbook.TestSheets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.ibatis.session.SqlSessionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The way of a task table: template out, filled, sent back, confirmed; through the platform's wire. Each test has a month of its own. */
@EcoBotIT
class TaskTableIT {

    private static final String ADMIN = "admin-1";
    private static final String MANAGER = "manager-1";

    private final TaskTargets targets;
    private final TaskTables tables;
    private final Roster roster;
    private final Media media;
    private final JdbcClient sql;
    private final Plans plans;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    @Value("${local.server.port}")
    private int port;

    private SandboxClient chat;

    @Autowired
    TaskTableIT(
            TaskTargets targets,
            TaskTables tables,
            Roster roster,
            Media media,
            JdbcClient sql,
            SqlSessionFactory sessions,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.targets = targets;
        this.tables = tables;
        this.roster = roster;
        this.media = media;
        this.sql = sql;
        this.plans = new Plans(sessions);
        this.events = events;
        this.transaction = transaction;
    }

    @BeforeEach
    void connect() {
        chat = new SandboxClient("http://127.0.0.1:" + port);
        Awaitility.await("stream")
                .until(() -> chat.get("/sandbox/api/status").path("connected").asBoolean());
    }

    @Test
    void template_comes_back_filled_is_checked_confirmed_and_corrected() throws Exception {
        var month = YearMonth.of(2031, 5);
        assertThat(ask(MANAGER, "/任务表 2031年5月")).contains("还没有2031年5月的任务表");
        var template = template("/任务表 模板 2031年5月");

        var bad = TestSheets.filled(template, Map.of("B3", "五", "C4", -1, "D5", 2.5, "B12", 3));
        assertThat(send(MANAGER, "任务.xlsx", bad, "处要改"))
                .contains("有 3 处要改，还没有写入", "**B3**：“五”不是数", "**C4**：-1 是负数", "**D5**：2.5 不是整数");
        assertThat(ask(MANAGER, "确认")).as("nothing waits").doesNotContain("已导入");
        assertThat(targets.of(month)).isEmpty();

        var good = TestSheets.filled(template, Map.of("B12", 3, "C12", 2, "D12", "１", "B13", 5));
        assertThat(send(MANAGER, "任务.xlsx", good, "请确认"))
                .contains("请确认2031年5月任务表：发现 9 件，整改 2 件", "2031年5月（表里写的）", "新丰镇：发现 **4**，整改 **2**", "1. 确认");
        assertThat(targets.of(month))
                .as("nothing is written before it is confirmed")
                .isEmpty();
        assertThat(ask(MANAGER, "可以吗")).contains("请选 1 或 2");
        assertThat(ask(MANAGER, "/确认")).contains("已导入2031年5月任务表（第 1 版）");
        assertThat(targets.of(month))
                .containsOnly(Map.entry(unit("新丰"), new Targets(4, 2)), Map.entry(unit("大桥"), new Targets(5, 0)));

        assertThat(send(MANAGER, "任务.xlsx", good, "没有变化")).contains("和现在的第 1 版一样");
        assertThat(send(ADMIN, "另一个名字.xlsx", good, "没有变化")).contains("和现在的第 1 版一样");
        assertThat(versions(month)).isEqualTo(1);

        var prefilled = template("/任务表 模板 2031年5月");
        assertThat(send(ADMIN, "改.xlsx", TestSheets.filled(prefilled, Map.of("B12", 8)), "请确认"))
                .contains("会改这些", "新丰镇 水：发现 3 → **8**，整改 2")
                .doesNotContain("大桥镇");
        assertThat(ask(ADMIN, "取消")).contains("没有导入");
        assertThat(versions(month)).isEqualTo(1);

        send(ADMIN, "改.xlsx", TestSheets.filled(prefilled, Map.of("B12", 8)), "请确认");
        assertThat(ask(ADMIN, "1")).contains("第 2 版");
        assertThat(targets.of(month)).containsEntry(unit("新丰"), new Targets(9, 2));
        assertThat(tables.version(month, 1).orElseThrow().table().find())
                .as("the previous version stays")
                .isEqualTo(9);
        assertThat(ask("xinfeng-1", "/任务表 2031年5月"))
                .contains("新丰镇2031年5月任务：发现 9 件，整改 2 件", "水：发现 **8**，整改 **2**", "第 2 版");
        assertThat(ask("xinfeng-1", "/rwb 2031年5月 大桥")).contains("大桥镇2031年5月任务：发现 5 件");
        assertThat(ask("xinfeng-1", "/任务表 2031年5月 全部")).contains("2031年5月任务：发现 14 件", "凤桥镇：发现 **0**");
    }

    @Test
    void what_changed_since_it_was_shown_is_shown_again() {
        var title = TestSheets.row("2031年6月");
        var header = TestSheets.row("单位", "水 发现", "水 整改");
        send(MANAGER, "甲.xlsx", TestSheets.of(title, header, TestSheets.row("新丰", 1, 1)), "请确认");
        send(ADMIN, "乙.xlsx", TestSheets.of(title, header, TestSheets.row("新丰", 2, 2)), "请确认");
        assertThat(ask(ADMIN, "确认")).contains("第 1 版");

        assertThat(ask(MANAGER, "确认")).contains("刚才有了变化，没有写入", "新丰镇 水：发现 2 → **1**");
        assertThat(versions(YearMonth.of(2031, 6))).isEqualTo(1);
        assertThat(ask(MANAGER, "确认")).contains("第 2 版");
        assertThat(targets.of(YearMonth.of(2031, 6))).containsOnly(Map.entry(unit("新丰"), new Targets(1, 1)));
    }

    @Test
    void nobody_else_imports_and_what_is_no_workbook_is_told_so() {
        var table = TestSheets.of(TestSheets.row("单位", "水 发现"), TestSheets.row("新丰", 1));

        assertThat(send("xinfeng-1", "2031年7月.xlsx", table, "任务表")).contains("由局领导、管理员操作");
        assertThat(ask("xinfeng-1", "/任务表 导入")).contains("由局领导、管理员操作");
        assertThat(send("xinfeng-manager", "2031年7月.xlsx", table, "任务表"))
                .as("his town is asked to do what is in it")
                .contains("由局领导、管理员操作");
        assertThat(ask("xinfeng-manager", "/任务表 导入")).contains("由局领导、管理员操作");
        assertThat(ask(MANAGER, "/任务表 导入")).doesNotContain("操作");
        assertThat(send(ADMIN, "2031年7月.xlsx", new byte[] {1, 2, 3}, "没有导入")).contains("这不是 Excel 的 .xlsx 文件");
        assertThat(versions(YearMonth.of(2031, 7))).isZero();
    }

    @Test
    void file_that_comes_late_is_answered_when_it_comes() {
        var table = TestSheets.of(TestSheets.row("2031年8月"), TestSheets.row("单位", "水 发现"), TestSheets.row("新丰", 1));
        send(ADMIN, "晚.xlsx", table, "请确认2031年8月");
        var conversation = sql.sql("""
                        select d.conversation_id
                          from dialogue d
                          join member m on m.id = d.member_id
                         where m.staff_id = ?
                           and d.command = 'tasks'
                        """).param(ADMIN).query(String.class).single();
        ask(ADMIN, "取消");
        var fetchId = sql.sql("select max(id) from media_fetch where state = 'HELD'")
                .query(Long.class)
                .single();
        var before = chat.lastSeq(privately(ADMIN));

        transaction.executeWithoutResult(status -> {
            sql.sql("""
                    insert into sent_file (fetch_id, command, member_id, conversation_id, file_name, sent_at)
                    select ?, 'tasks', id, ?, '晚.xlsx', ?
                      from member
                     where staff_id = ?
                    """)
                    .params(fetchId, conversation, Instant.parse("2031-08-01T00:00:00Z"), ADMIN)
                    .update();
            events.publishEvent(new FetchEnded(fetchId, State.HELD, null));
        });

        assertThat(answer(ADMIN, before, "请确认2031年8月").channel()).isEqualTo("app-private");
        assertThat(ask(ADMIN, "确认")).contains("已导入2031年8月任务表（第 1 版）");
        assertThat(sql.sql("select count(*) from sent_file").query(Long.class).single())
                .as("nobody waits any more")
                .isZero();
    }

    @Test
    void statements_use_an_index() {
        var someone = sql.sql("select min(id) from member").query(Long.class).single();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var blob = media.keep(new byte[] {1}, "application/octet-stream");
            IntStream.rangeClosed(1, 300).forEach(i -> {
                sql.sql("""
                        insert into task_table (month_on, version, content_hash, file_hash, file_name, imported_by, imported_at)
                        values (?, 1, 'x', ?, 'x', ?, utc_timestamp(3))
                        """)
                        .params(LocalDate.of(2040, 1, 1).plusMonths(i), blob, someone)
                        .update();
                sql.sql("""
                        insert into task_target (task_table_id, unit_id, kind, to_find, to_rectify)
                        select last_insert_id(), id, 'WATER', 1, 1
                          from unit
                        """).update();
            });
            var month = Map.of("monthOn", LocalDate.of(2041, 1, 1), "version", 1, "tableId", 1L);

            assertThat(plans.readingAll(TaskTableMapper.class, "latest", month, "task_table"))
                    .isEmpty();
            assertThat(plans.readingAll(TaskTableMapper.class, "version", month, "task_table"))
                    .isEmpty();
            assertThat(plans.readingAll(TaskTableMapper.class, "targets", month, "task_target"))
                    .isEmpty();
            assertThat(plans.readingAll(TaskTableMapper.class, "sums", month, "g", "t"))
                    .isEmpty();
        });
    }

    private byte[] template(String words) {
        var before = chat.lastSeq(privately(MANAGER));
        assertThat(ask(MANAGER, words)).contains("任务表模板在下面");
        var mediaId = Awaitility.await("template")
                .until(
                        () -> chat.answers(privately(MANAGER), before).stream()
                                .map(said -> said.raw().path("mediaIds"))
                                .filter(ids -> !ids.isEmpty())
                                .map(ids -> ids.get(0).asString())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        return chat.bytes("/sandbox/api/media/" + mediaId);
    }

    /** Sends a file in private and waits for the answer with {@code words}. */
    private String send(String staffId, String name, byte[] content, String words) {
        var before = chat.lastSeq(privately(staffId));
        var file = Map.of("name", name, "content", Base64.getEncoder().encodeToString(content));
        chat.post(privately(staffId), Map.of("senderStaffId", staffId, "file", file));
        return answer(staffId, before, words).text();
    }

    private Said answer(String staffId, long after, String words) {
        return Awaitility.await("answer with " + words)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> chat.answers(privately(staffId), after).stream()
                                .filter(said -> said.text().contains(words))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String ask(String staffId, String text) {
        return chat.ask(staffId, privately(staffId), text).text();
    }

    private long unit(String name) {
        return roster.unitsNamed(name).get(0).id();
    }

    private long versions(YearMonth month) {
        return sql.sql("select count(*) from task_table where month_on = ?")
                .param(month.atDay(1))
                .query(Long.class)
                .single();
    }

    private static String privately(String staffId) {
        return "private:" + staffId;
    }
}
