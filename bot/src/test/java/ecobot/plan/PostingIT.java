package ecobot.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.roster.Group;
import ecobot.roster.GroupChoices;
import ecobot.roster.Roster;
import ecobot.scheduler.Schedules;
import ecobot.testing.CalendarIT;
import ecobot.testing.SandboxClient;
import ecobot.testing.SandboxClient.Said;
import ecobot.testing.Threads;
import ecobot.testing.TimeTravel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A post looked at, tried, sent by hand and taken back, through the platform's wire. */
@CalendarIT
class PostingIT {

    private static final String MANAGER = "manager-1";
    private static final String PRIVATE = "private:manager-1";
    private static final String GROUP = "cidXinfeng";
    private static final String OTHER = "cidDaqiao";

    private final TimeTravel time;
    private final GroupChoices choices;
    private final Roster roster;
    private final Schedules schedules;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    @Value("${local.server.port}")
    private int port;

    private SandboxClient chat;

    @Autowired
    PostingIT(
            TimeTravel time,
            GroupChoices choices,
            Roster roster,
            Schedules schedules,
            JdbcClient sql,
            TransactionTemplate transaction) {
        this.time = time;
        this.choices = choices;
        this.roster = roster;
        this.schedules = schedules;
        this.sql = sql;
        this.transaction = transaction;
    }

    @BeforeEach
    void connect() {
        chat = new SandboxClient("http://127.0.0.1:" + port);
        Awaitility.await("stream")
                .until(() -> chat.get("/sandbox/api/status").path("connected").asBoolean());
        time.to("2026-11-11T10:00");
    }

    @AfterEach
    void asItWas() {
        choices.tryPostsIn(null);
        // What the groups had counts for units whose tables others look at.
        sql.sql("delete from push_delivery").update();
        chat.faults(Map.of("reset", true));
        time.back();
    }

    @Test
    void preview_is_the_real_post_for_the_asker_alone_and_leaves_nothing_behind() {
        time.to("2026-11-04T10:00");
        long before = chat.lastSeq(PRIVATE);
        long others = chat.lastSeq(OTHER);
        var rows = kept();

        assertThat(chat.ask(MANAGER, GROUP, "/预览 每周排名").text()).contains("私聊");

        awaitSaid(PRIVATE, before, "整改排名");
        assertThat(chat.answers(PRIVATE, before))
                .anySatisfy(said -> assertThat(said.text()).contains("预览：每周排名", "**新丰镇生态环境工作群**会收到", "15 个群"))
                .anySatisfy(said -> assertThat(said.msgtype()).isEqualTo("image"))
                .noneSatisfy(said -> assertThat(said.text()).contains("试发"));
        assertThat(chat.answers(OTHER, others)).isEmpty();
        assertThat(kept()).isEqualTo(rows);
        assertThat(chat.ask("xinfeng-1", GROUP, "/预览 每周排名").text()).contains("领导");
    }

    @Test
    void trial_comes_to_the_marked_group_only_and_says_what_it_is() {
        time.to("2026-11-04T10:00");
        assertThat(chat.ask(MANAGER, PRIVATE, "/试发 每周排名").text()).contains("还没有试发群", "/试发 本群");
        assertThat(chat.ask(MANAGER, OTHER, "/试发 本群").text()).contains("试发群：大桥镇生态环境工作群");
        long before = chat.lastSeq(OTHER);
        long others = chat.lastSeq(GROUP);
        assertThat(askTown("/试发 每周排名")).contains("由局领导或管理员决定");

        assertThat(chat.ask(MANAGER, PRIVATE, "/试发 每周排名").text()).contains("已试发：每周排名", "大桥镇");

        assertThat(awaitSaid(OTHER, before, "整改排名").text()).contains("试发：给大家看看样子");
        assertThat(chat.answers(GROUP, others)).isEmpty();
        assertThat(chat.ask(MANAGER, OTHER, "/撤销").text()).contains("没有试发群");
    }

    @Test
    void post_by_hand_is_counted_first_then_sent_and_taken_back_from_all_groups() {
        assertThat(ask("/发 每周排名")).contains("请确认：现在发每周排名", "要发给 **15** 个群");
        assertThat(ask("取消")).contains("没有发");
        ask("/发布 每周排名");
        long before = chat.lastSeq(GROUP);
        long others = chat.lastSeq(OTHER);
        long mine = chat.lastSeq(PRIVATE);
        assertThat(ask("确认")).contains("已安排发出：每周排名");
        awaitSaid(GROUP, before, "整改排名");
        awaitAllSent();

        assertThat(askTown("/撤回")).contains("“每周排名”由局领导或管理员决定", "/预览 每周排名");
        assertThat(askTown("/撤回 每周排名")).contains("由局领导或管理员决定");
        assertThat(askTown("1")).doesNotContain("正在撤回");
        assertThat(ask("/撤回")).contains("请确认：撤回每周排名", "**32** 条从群里");
        assertThat(ask("1")).contains("**32** 条正在撤回");

        assertThat(awaitSaid(PRIVATE, mine, "撤回完了").text()).contains("撤回 32 条", "2 条撤不回");
        assertThat(chat.answers(GROUP, before))
                .hasSize(2)
                .allSatisfy(said -> assertThat(said.msgtype()).isEqualTo("recalled"));
        assertThat(chat.answers(OTHER, others))
                .allSatisfy(said -> assertThat(said.msgtype()).isEqualTo("recalled"));
        assertThat(ask("/撤回 每周排名")).contains("没有可以撤回的");
        assertThat(ask("/结果")).contains("，还在 1");

        // It was a mistake to take it back: the same table goes out again, once.
        long again = chat.lastSeq(GROUP);
        assertThat(ask("/发 每周排名")).contains("请确认：现在发每周排名", "上一次（11月11日 10:00 发的）已撤回，这次重新发", "有 2 条撤不回，那里会看到两次");
        assertThat(ask("确认")).contains("已安排发出");
        awaitSaid(GROUP, again, "整改排名");
        awaitAllSent();
        assertThat(ask("/发 每周排名")).contains("现在没有要发的");
    }

    @Test
    void table_that_two_people_ask_for_and_both_confirm_is_posted_once() {
        time.to("2026-12-01T11:00");
        long before = chat.lastSeq(GROUP);
        assertThat(ask("/发 每周排名")).contains("请确认");
        assertThat(askOther("/发 每周排名")).contains("请确认");

        assertThat(ask("确认")).contains("已安排发出");

        assertThat(askOther("确认")).contains("每周排名现在没有要发的");
        awaitSaid(GROUP, before, "整改排名");
        awaitAllSent();
        assertThat(chat.answers(GROUP, before)).hasSize(2);
    }

    @Test
    void law_that_two_people_ask_for_goes_out_once_and_the_second_one_is_asked_again() {
        time.to("2026-12-01T11:00");
        assertThat(ask("/发 法规")).contains("请确认").doesNotContain("刚才");
        assertThat(askOther("/发 法规")).contains("请确认");

        assertThat(ask("确认")).contains("已安排发出");

        assertThat(askOther("确认")).contains("请确认：现在发法规", "刚才有人发过");
        assertThat(askOther("取消")).contains("没有发");
        assertThat(sql.sql("select count(*) from push_delivery group by group_id")
                        .query(Integer.class)
                        .list())
                .isNotEmpty()
                .containsOnly(1);
        awaitAllSent();
    }

    @Test
    void post_that_nobody_gets_any_more_when_it_is_confirmed_says_so() {
        time.to("2026-12-01T11:00");
        var laws = roster.subscribersOf("laws").stream()
                .collect(Collectors.toMap(
                        Group::id,
                        group -> choices.of(group.id()).stream()
                                .filter(wish -> wish.post().equals("laws"))
                                .findFirst()
                                .orElseThrow()));
        assertThat(ask("/发 法规")).contains("请确认");
        laws.keySet().forEach(group -> choices.unsubscribe(group, "laws"));
        try {
            assertThat(ask("确认")).contains("法规现在没有要发的");
        } finally {
            laws.forEach(choices::subscribe);
        }
    }

    @Test
    void table_that_is_published_while_it_is_being_posted_is_posted_once() {
        time.to("2026-12-08T11:00");
        long before = chat.lastSeq(GROUP);
        var weekly = schedules.named("league-table-weekly").orElseThrow();

        var answer = transaction.execute(status -> {
            schedules.runNow(weekly);
            var asked = CompletableFuture.supplyAsync(() -> ask("/排名 发布"), Threads.NEW);
            // Long enough that it gets to where it has to wait for this.
            assertThat(asked.copy()
                            .completeOnTimeout("waits", 2, TimeUnit.SECONDS)
                            .join())
                    .isEqualTo("waits");
            return asked;
        });

        assertThat(answer.join()).contains("已经发布过");
        awaitSaid(GROUP, before, "整改排名");
        awaitAllSent();
        assertThat(chat.answers(GROUP, before)).hasSize(2);
    }

    @Test
    void table_whose_plan_was_deleted_can_be_looked_at_and_says_how_to_plan_it() {
        // A week that nobody has posted.
        time.to("2026-11-25T10:00");
        var number = Pattern.compile("\\*\\*(\\d+)\\*\\* 每周排名").matcher(ask("/计划"));
        assertThat(number.find()).isTrue();
        assertThat(ask("/计划 删 " + number.group(1))).contains("已删：每周排名");

        long mine = chat.lastSeq(PRIVATE);
        assertThat(ask("/排名 预览")).contains("预览：整改排名").doesNotContain("会自动发布");
        Awaitility.await("the picture, which comes after the words")
                .until(() -> chat.answers(PRIVATE, mine).stream()
                                .filter(said -> said.channel().equals("session"))
                                .count()
                        == 2);
        assertThat(ask("/排名 发布")).contains("还没有计划", "/计划 新建 每周排名 每周一 9:00");

        assertThat(ask("/撤销")).contains("每周排名");
        assertThat(ask("/计划")).contains("每周排名");
    }

    @Test
    void recall_outlasts_a_platform_that_is_busy_and_one_that_loses_its_answer() {
        time.to("2026-11-18T10:00");
        ask("/发布 每周排名");
        ask("确认");
        awaitAllSent();
        chat.faults(Map.of(
                "http",
                List.of(
                        Map.of("path", "/v1.0/robot/groupMessages/recall", "kind", "STATUS", "count", 2),
                        Map.of(
                                "path",
                                "/v1.0/robot/groupMessages/recall",
                                "kind",
                                "RESET",
                                "processed",
                                true,
                                "count",
                                2))));
        long mine = chat.lastSeq(PRIVATE);
        ask("/撤回 每周排名");
        ask("好");

        assertThat(awaitSaid(PRIVATE, mine, "撤回完了").text()).contains("撤回 32 条", "2 条撤不回");
    }

    @Test
    void word_for_taking_a_post_back_leads_a_clerk_to_taking_back_his_own() {
        assertThat(chat.ask("xinfeng-1", GROUP, "/撤回").text()).contains("收回自己的上一步请发：/撤销");
    }

    private void awaitAllSent() {
        Awaitility.await("sent")
                .until(() ->
                        sql.sql("select count(*) from outbox where message_key like 'post:%' and open_lane is not null")
                                        .query(Integer.class)
                                        .single()
                                == 0);
    }

    /** What a post writes: occurrences, snapshots, messages to groups. */
    private List<Integer> kept() {
        return List.of("occurrence", "ranking_snapshot", "outbox_place").stream()
                .map(table -> sql.sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single())
                .toList();
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

    /** A manager of a unit that is ranked. */
    private String askTown(String text) {
        return chat.ask("xinfeng-manager", "private:xinfeng-manager", text).text();
    }

    private String ask(String text) {
        return chat.ask(MANAGER, PRIVATE, text).text();
    }

    private String askOther(String text) {
        return chat.ask("trainer-1", "private:trainer-1", text).text();
    }
}
