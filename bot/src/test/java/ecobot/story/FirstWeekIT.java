package ecobot.story;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.scheduler.Schedules;
import ecobot.testing.EcoBotIT;
import ecobot.testing.SandboxClient;
import ecobot.testing.SandboxClient.Said;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What a new user does in the first five minutes, through the platform's wire; and the Monday after. */
@EcoBotIT
@TestPropertySource(properties = "spring.application.name=first-week") // a context of its own, for the clock is moved
class FirstWeekIT {

    private static final String CLERK = "xinfeng-1";
    private static final String TOWN = "cidXinfeng";
    private static final String EVERYBODY = "cidAll";

    private final Clock clock;
    private final Schedules schedules;
    private final JdbcClient sql;

    @Value("${local.server.port}")
    private int port;

    private SandboxClient chat;

    @Autowired
    FirstWeekIT(Clock clock, Schedules schedules, JdbcClient sql) {
        this.clock = clock;
        this.schedules = schedules;
        this.sql = sql;
    }

    @BeforeEach
    void connect() {
        chat = new SandboxClient("http://127.0.0.1:" + port);
        Awaitility.await("stream")
                .until(() -> chat.get("/sandbox/api/status").path("connected").asBoolean());
    }

    @Test
    void clerk_reports_is_asked_slips_looks_up_and_sees_mondays_table() {
        assertThat(chat.ask(CLERK, TOWN, "／上报　竹林村河道漂浮垃圾　３天内").text()).contains("新丰镇", "竹林村", "还剩 3 天", "写明的期限是 3 天");

        assertThat(chat.ask("manager-1", EVERYBODY, "/上报 工地扬尘").text()).contains("是哪个单位", "10. 新丰镇");
        assertThat(chat.ask("manager-1", EVERYBODY, "10").text()).contains("已上报", "新丰镇", "大气");

        assertThat(chat.ask(CLERK, TOWN, "/上抱 河道垃圾").text()).contains("您是不是要", "/上报");
        assertThat(chat.ask(CLERK, TOWN, "镇政府门前污水横流").text()).contains("您是不是要", "/上报");
        assertThat(chat.ask(CLERK, TOWN, "/取消").text()).isNotBlank();

        var due = chat.ask(CLERK, TOWN, "期限").text();
        assertThat(due).contains("竹林村河道漂浮垃圾", "工地扬尘");
        assertThat(chat.ask(CLERK, TOWN, "/paiming").text()).contains("数据截至");

        mondayComes();

        var posts = Awaitility.await("Monday's table").until(() -> mondays(EVERYBODY), found -> found.size() == 2);
        assertThat(posts).extracting(Said::msgtype).containsExactly("image", "markdown");
        assertThat(posts.get(1).text()).contains("新丰镇", "数据截至");
        var picture = chat.bytes("/sandbox/api/media/" + mediaId(posts.get(0)));
        assertThat(picture).startsWith(0x89, 'P', 'N', 'G').hasSizeLessThan(100_000);
        groups().forEach(group -> Awaitility.await(group).untilAsserted(() -> {
            assertThat(mondays(group)).hasSize(2);
            assertThat(mediaId(mondays(group).get(0))).as("uploaded once").isEqualTo(mediaId(posts.get(0)));
            assertThat(mondays(group).get(1).text())
                    .as("one snapshot")
                    .isEqualTo(posts.get(1).text());
        }));
        asksWhy();
        tableIsCorrected();
    }

    private void asksWhy() {
        assertThat(chat.ask(CLERK, TOWN, "/为什么").text()).contains("新丰镇", "按期办结率", "看某一件，请发：/查 编号");
        assertThat(chat.ask("manager-1", EVERYBODY, "/红黄绿").text()).contains("红黄绿码", "码 ", "数据截至");
        assertThat(chat.ask(CLERK, TOWN, "/历史 新丰").text()).contains("新丰镇最近 1 期的码");
        assertThat(chat.ask(CLERK, TOWN, "/历史 火星").text()).contains("没有找到");
    }

    /** A liaison appeals, a manager sees what would change and confirms, all groups get version 2; and it is not posted again. */
    private void tableIsCorrected() {
        var manager = "private:manager-1";
        var late = somethingLate();
        assertThat(chat.ask(late.liaison(), "private:" + late.liaison(), "/申诉 " + late.issue() + " 号不该算")
                        .text())
                .contains("已提交");
        var told = Awaitility.await("appeal")
                .until(
                        () -> chat.answers(manager, 0).stream()
                                .filter(said -> said.title().contains("提出申诉"))
                                .toList(),
                        found -> !found.isEmpty());
        var number = told.get(0).title().replaceAll("\\D+", "");
        assertThat(chat.ask("manager-1", manager, "/申诉 同意 " + number + " 不计" + late.issue())
                        .text())
                .contains("第 2 版会改", "还没有更正");
        assertThat(chat.ask("manager-1", manager, "/确认").text()).contains("更正后的排名已发布到");
        groups().forEach(group -> Awaitility.await(group)
                .until(() -> chat.answers(group, 0).stream()
                        .anyMatch(said -> said.title().matches("更正：整改排名 .* 第 2 版"))));
        assertThat(chat.ask("manager-1", manager, "/排名 发布").text()).contains("已经发布过");
    }

    private record Late(String liaison, String issue) {}

    /** The first issue that lowered a unit's score, and who may appeal for the unit. */
    private Late somethingLate() {
        for (var person : chat.get("/sandbox/api/people")) {
            if (person.path("roles").toString().contains("liaison")) {
                var why = chat.ask(
                                "manager-1",
                                "private:manager-1",
                                "/为什么 " + person.path("unit").asString(""))
                        .text();
                var issue = Pattern.compile("拉低的：编号 (\\d+)").matcher(why);
                if (issue.find()) {
                    return new Late(person.path("staffId").asString(""), issue.group(1));
                }
            }
        }
        throw new AssertionError("nothing was late in the demonstration's last week");
    }

    /** The next table of a week, and nothing else of that kind: the month's is due on the same morning now and then. */
    private void mondayComes() {
        sql.sql("update schedule set enabled = false where name = 'league-table-monthly'")
                .update();
        var weekly = schedules.named("league-table-weekly").orElseThrow();
        var at = schedules.nextAfter(weekly, clock.instant()).orElseThrow();
        chat.advance(Duration.between(clock.instant(), at.plus(Duration.ofMinutes(5))));
    }

    /** Of the bot itself, and where it is not, of the group's custom robot. */
    private List<Said> mondays(String group) {
        return chat.messages(group, 0).stream()
                .filter(said -> Set.of("app-group", "custom-robot").contains(said.channel()))
                .filter(said -> !mediaId(said).isEmpty() || said.title().contains("排名"))
                .toList();
    }

    private static String mediaId(Said picture) {
        return picture.raw().path("mediaIds").path(0).asString("");
    }

    /** Those that the bot is in; where it speaks through a custom robot alone there are tests of their own. */
    private List<String> groups() {
        return StreamSupport.stream(chat.get("/sandbox/api/conversations").spliterator(), false)
                .filter(conversation -> conversation.path("type").asString("").equals("group"))
                .map(conversation -> conversation.path("openConversationId").asString(""))
                .filter(group -> !group.equals("cidBulletin"))
                .toList();
    }
}
