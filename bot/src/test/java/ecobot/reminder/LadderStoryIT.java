package ecobot.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.SettableClock;
import ecobot.calendar.Zone;
import ecobot.roster.Roster;
import ecobot.testing.EcoBotIT;
import ecobot.testing.SandboxClient;
import ecobot.testing.SandboxClient.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * An issue climbs the ladder, over the National Day holiday of 2026 and a Sunday: due on Friday 9 October, with the 1st to the 7th off and Saturday the 10th
 * at work. Through the stand-in, whose clock is moved.
 */
@EcoBotIT
@TestPropertySource(properties = "spring.application.name=ladder") // a context of its own, for the clock is moved
class LadderStoryIT {

    private static final LocalDate DUE = LocalDate.of(2026, 10, 9);
    private static final String TOWN = "cidXinfeng";
    private static final String LIAISON = "private:xinfeng-1";
    private static final String MANAGER = "private:xinfeng-manager";
    private static final String BUREAU = "private:manager-1";

    private final SettableClock clock;
    private final JdbcClient sql;
    private final DueFixture issues;

    @Value("${local.server.port}")
    private int port;

    private SandboxClient chat;

    @Autowired
    LadderStoryIT(SettableClock clock, JdbcClient sql, Roster roster) {
        this.clock = clock;
        this.sql = sql;
        this.issues = new DueFixture(sql, roster);
    }

    @BeforeEach
    void connect() {
        chat = new SandboxClient("http://127.0.0.1:" + port);
        Awaitility.await("stream")
                .until(() -> chat.get("/sandbox/api/status").path("connected").asBoolean());
    }

    @Test
    void issue_climbs_rung_by_rung_and_acknowledging_silences_until_the_next_one() {
        clock.set(at(LocalDate.of(2026, 9, 27), 9));
        var number = issues.open("新丰镇", "竹林村桥下", DUE);
        var line = "#" + number;

        assertThat(morning(9, 28)).as("nothing to say, nothing sent").isEmpty();
        assertThat(morning(9, 29)).as("3 working days before").containsOnlyKeys(TOWN);
        assertThat(morning(9, 29).get(TOWN)).contains("即将到期 1 件", line, "还剩 3 天", "竹林村桥下", "新丰联络员一");
        assertThat(morning(9, 30)).as("2 working days before").isEmpty();
        assertThat(morning(10, 3)).as("National Day").isEmpty();
        assertThat(morning(10, 8).get(TOWN)).as("1 working day before").contains("还剩 1 天");
        assertThat(morning(10, 9).get(TOWN)).as("the day itself").contains("今天到期 1 件", "今天 17:30");

        assertThat(morning(10, 10)).as("a Saturday at work").containsOnlyKeys(TOWN, LIAISON);
        assertThat(morning(10, 10).get(TOWN)).contains("逾期 1 件", "逾期 1 天");
        assertThat(morning(10, 10).get(LIAISON)).contains("您有 1 件问题逾期未销号", line);
        assertThat(morning(10, 11)).as("Sunday").isEmpty();

        assertThat(chat.ask("xinfeng-manager", MANAGER, "/收到 " + number).text()).contains(line + " 没有私下提醒过您");
        assertThat(chat.ask("xinfeng-1", LIAISON, "/收到 " + number).text())
                .contains(line + " 收到，已记下", "10月13日 周二早上以前不再私下提醒");

        assertThat(morning(10, 12))
                .as("acknowledged; the group is told all the same")
                .containsOnlyKeys(TOWN);
        assertThat(morning(10, 13)).as("3 days late").containsOnlyKeys(TOWN, LIAISON, MANAGER);
        assertThat(morning(10, 13).get(MANAGER)).contains("新丰镇有 1 件问题逾期较久", "逾期 3 天", "新丰联络员一");
        assertThat(chat.ask("manager-1", BUREAU, "/议题").text()).contains("议题 0 件");

        assertThat(morning(10, 14)).as("ignored").containsOnlyKeys(TOWN, LIAISON, MANAGER);
        assertThat(answerToQuote("xinfeng-1", LIAISON)).contains(line, "10月15日 周四早上以前");

        assertThat(morning(10, 15)).as("5 days late").containsOnlyKeys(TOWN, LIAISON, MANAGER, BUREAU);
        assertThat(morning(10, 15).get(BUREAU)).contains("新丰镇 1 件", "1 件已列入下次联席会议议题");
        assertThat(chat.ask("manager-1", BUREAU, "/议题").text()).contains("议题 1 件", line, "10月15日 周四列入");
        assertThat(chat.ask("manager-1", BUREAU, "收到").text()).contains("最后一级");

        assertThat(morning(10, 16))
                .as("the bureau's manager has acknowledged")
                .containsOnlyKeys(TOWN, LIAISON, MANAGER);
        assertThat(morning(10, 17)).as("a weekend").isEmpty();
        assertThat(morning(10, 19)).containsOnlyKeys(TOWN, LIAISON, MANAGER);
        assertThat(sql.sql("select count(*) from agenda_item where issue_id = ?")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .as("once on the agenda")
                .isOne();

        issues.close(number);

        assertThat(morning(10, 20)).as("closed").isEmpty();
        assertThat(chat.ask("manager-1", BUREAU, "/议题").text()).contains("议题 0 件");
        assertThat(chat.ask("xinfeng-1", LIAISON, "/收到").text()).contains("已经不用办了");
        assertThat(arrived(MANAGER)).hasSize(5);
        assertThat(arrived(TOWN))
                .filteredOn(said -> said.title().contains("整改提醒"))
                .hasSize(10);
    }

    /** What is said on a morning, by conversation. */
    private Map<String, String> morning(int month, int day) {
        var morning = at(LocalDate.of(2026, month, day), 8).plus(Duration.ofMinutes(35));
        if (clock.instant().isBefore(morning)) {
            chat.advance(Duration.between(clock.instant(), morning));
        }
        return sql.sql("""
                select b.lane, json_value(b.content, '$.markdown.text') as text
                  from outbox b
                  join occurrence o on b.message_key like concat('post:', o.id, ':%')
                  join schedule s on s.id = o.schedule_id
                 where s.task = 'morning-digest'
                   and o.planned_at = ?
                """).param(DueFixture.utc(morning.minus(Duration.ofMinutes(5)))).query().listOfRows().stream()
                .collect(Collectors.toMap(
                        row -> row.get("lane").toString(),
                        row -> row.get("text").toString()));
    }

    /** Somebody answers to the bot's last reminder by quoting it. */
    private String answerToQuote(String staffId, String conversation) {
        var reminders = arrived(conversation);
        var before = chat.lastSeq(conversation);
        chat.post(
                conversation,
                Map.of(
                        "senderStaffId",
                        staffId,
                        "text",
                        "收到",
                        "mention",
                        true,
                        "quoteMsgId",
                        reminders.get(reminders.size() - 1).msgId()));
        return Awaitility.await("answer to a quote")
                .until(() -> chat.answers(conversation, before), answers -> !answers.isEmpty())
                .get(0)
                .text();
    }

    /** The reminders that came in a conversation. */
    private List<Said> arrived(String conversation) {
        Awaitility.await("all sent")
                .until(() -> sql.sql("select count(*) from outbox where lane = ? and state <> 'SENT'")
                                .param(conversation)
                                .query(Integer.class)
                                .single()
                        == 0);
        return chat.answers(conversation, 0).stream()
                .filter(said -> said.channel().startsWith("app-"))
                .filter(said -> !said.title().contains("排名") && !said.msgtype().equals("image"))
                .toList();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(Zone.SHANGHAI).toInstant();
    }
}
