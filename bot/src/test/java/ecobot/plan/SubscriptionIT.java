package ecobot.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.roster.Group;
import ecobot.roster.GroupChoices;
import ecobot.roster.GroupChoices.Subscription;
import ecobot.roster.Roster;
import ecobot.testing.CalendarIT;
import ecobot.testing.SandboxClient;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What groups get without asking, through the platform's wire. */
@CalendarIT
class SubscriptionIT {

    private static final String GROUP = "cidAreaTwo";
    private static final String DIGEST = "morning-digest";

    private final GroupChoices choices;
    private final Roster roster;
    private final List<ApplicationRunner> runners;
    private final ApplicationArguments arguments;
    private final JdbcClient sql;

    @Value("${local.server.port}")
    private int port;

    private SandboxClient chat;

    @Autowired
    SubscriptionIT(
            GroupChoices choices,
            Roster roster,
            List<ApplicationRunner> runners,
            ApplicationArguments arguments,
            JdbcClient sql) {
        this.choices = choices;
        this.roster = roster;
        this.runners = runners;
        this.arguments = arguments;
        this.sql = sql;
    }

    @BeforeEach
    void connect() {
        chat = new SandboxClient("http://127.0.0.1:" + port);
        Awaitility.await("stream")
                .until(() -> chat.get("/sandbox/api/status").path("connected").asBoolean());
    }

    @AfterEach
    void asItWas() {
        choices.unsubscribe(group().id(), DIGEST);
        choices.subscribe(group().id(), new Subscription("league-table"));
    }

    @Test
    void list_tells_what_the_group_gets_and_what_else_there_is() {
        assertThat(ask("manager-1", "/订阅"))
                .contains("片区二执法联络群的订阅", "**每周排名**", "还可以订", "整改提醒", "要订请发")
                .doesNotContain("核查提醒");
        assertThat(ask("xinfeng-1", "/dingyue")).contains("**每周排名**");
        assertThat(chat.ask("manager-1", "private:manager-1", "/订阅").text()).contains("每周排名", "15 个群订了");
    }

    @Test
    void subscription_narrowed_to_units_is_what_the_post_goes_by_and_undo_restores() {
        assertThat(ask("manager-1", "/订阅 晨报 只看新丰、凤桥")).contains("已订阅：整改提醒", "**凤桥镇、新丰镇**");
        assertThat(unitsOf(subscriber())).containsExactly("凤桥镇", "新丰镇");

        assertThat(ask("manager-1", "订阅 整改提醒 余新")).contains("**余新镇**");
        assertThat(ask("manager-1", "/撤销")).contains("订着");
        assertThat(unitsOf(subscriber())).containsExactly("凤桥镇", "新丰镇");
        assertThat(sql.sql("select count(*) from audit_entry where action = 'subscribe' and subject = ?")
                        .param("group:" + group().id())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void subscription_narrowed_to_kinds_is_listed_undone_and_cleared() {
        assertThat(ask("manager-1", "/订阅 整改提醒 水 新丰")).contains("已订阅：整改提醒", "**新丰镇**的**水**类整改提醒");
        assertThat(kinds()).containsExactly("WATER");
        assertThat(unitsOf(subscriber())).containsExactly("新丰镇");
        assertThat(ask("manager-1", "/订阅")).contains("**整改提醒**（只看新丰镇的水类）");

        assertThat(ask("manager-1", "/订阅 整改提醒 只看噪音、大气")).contains("**大气、噪声**类整改提醒");
        assertThat(ask("manager-1", "/订阅")).contains("**整改提醒**（只看大气、噪声类）");
        assertThat(ask("manager-1", "/撤销")).contains("订着");
        assertThat(kinds()).containsExactly("WATER");

        assertThat(ask("manager-1", "/退订 整改提醒")).contains("已退订");
        assertThat(ask("manager-1", "/订阅 整改提醒")).doesNotContain("水");
        assertThat(kinds()).isEmpty();
    }

    private Set<String> kinds() {
        return roster.kindsChosen(DIGEST).getOrDefault(group().id(), Set.of());
    }

    @Test
    void what_a_person_ended_is_not_brought_back_by_the_roster_file() throws Exception {
        assertThat(ask("fengqiao-1", "/退订 排名")).contains("已退订：每周排名");
        for (var runner : runners) {
            runner.run(arguments);
        }

        assertThat(roster.subscribersOf("league-table"))
                .extracting(Group::conversationId)
                .hasSize(14)
                .doesNotContain(GROUP);
        assertThat(ask("fengqiao-1", "/退订 排名")).contains("本群没有订每周排名");
        assertThat(ask("fengqiao-1", "/撤销")).contains("订着");
        assertThat(roster.subscribersOf("league-table")).hasSize(15);
    }

    @Test
    void mistakes_are_told_with_what_to_write() {
        assertThat(ask("officer-1", "/订阅 整改提醒")).contains("您不能改本群的订阅");
        assertThat(ask("manager-1", "/订阅 天气预报")).contains("没有这种订阅", "每周排名", "例如：/订阅");
        assertThat(ask("manager-1", "/订阅 每周排名 新丰")).contains("每周排名不能按单位看");
        assertThat(ask("manager-1", "/订阅 整改提醒 海南")).contains("没有叫“海南”的单位或类型", "水、大气", "例如：/订阅 整改提醒 水 新丰");
        assertThat(ask("manager-1", "/订阅 每周排名 水")).contains("每周排名不能按类型看", "/订阅 每周排名");
        assertThat(ask("manager-1", "/订阅 每周排名 海南")).contains("每周排名不能按单位看");
        assertThat(ask("manager-1", "/订阅 核查提醒")).contains("没有这种订阅");
        assertThat(chat.ask("manager-1", "private:manager-1", "/退订 每周排名").text())
                .contains("请到群里发");
    }

    private List<String> unitsOf(Group group) {
        return group.unitIds().stream()
                .map(id -> roster.unit(id).orElseThrow().name())
                .toList();
    }

    private Group subscriber() {
        return roster.subscribersOf(DIGEST).stream()
                .filter(group -> group.conversationId().equals(GROUP))
                .findFirst()
                .orElseThrow();
    }

    private Group group() {
        return roster.groupByConversation(GROUP).orElseThrow();
    }

    private String ask(String who, String text) {
        return chat.ask(who, GROUP, text).text();
    }
}
