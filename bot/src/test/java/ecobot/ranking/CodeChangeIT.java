package ecobot.ranking;

import static ecobot.ranking.TableIssues.at;
import static ecobot.ranking.TableIssues.utc;
import static org.assertj.core.api.Assertions.assertThat;

import ecobot.chat.CommandCall;
import ecobot.chat.Post;
import ecobot.chat.Post.TextPart;
import ecobot.chat.Templates;
import ecobot.inbox.IncomingMessage;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.Schedules;
import ecobot.testing.EcoBotIT;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Codes between two tables, in weeks long gone, where no other test has issues; everything is rolled back. */
@EcoBotIT
@Transactional
class CodeChangeIT {

    private static final LocalDate WEEK = LocalDate.of(2024, 7, 8);
    private static final LocalDate MONDAY = WEEK.plusDays(7);

    private final LeagueTablePost table;
    private final CodeChangePost changes;
    private final CodesCommand codes;
    private final Snapshots snapshots;
    private final Roster roster;
    private final Schedules schedules;
    private final Templates templates;
    private final JdbcClient sql;
    private final TableIssues issues;
    private final SqlSession session;

    @Autowired
    CodeChangeIT(
            LeagueTablePost table,
            CodeChangePost changes,
            CodesCommand codes,
            Snapshots snapshots,
            Roster roster,
            Schedules schedules,
            Templates templates,
            JdbcClient sql,
            SqlSession session) {
        this.table = table;
        this.changes = changes;
        this.codes = codes;
        this.snapshots = snapshots;
        this.roster = roster;
        this.schedules = schedules;
        this.templates = templates;
        this.sql = sql;
        this.issues = new TableIssues(sql, roster);
        this.session = session;
    }

    @BeforeEach
    void counters_know_nothing_of_rows_that_a_test_writes() {
        sql.sql("update tally_state set built_at = null").update();
    }

    @Test
    void change_that_comes_by_time_alone_is_told_once_and_one_that_came_back_is_not_told() {
        week();
        // Overdue by more than five working days from Wednesday the 17th on.
        var issue = issues.open("大桥镇", LocalDate.of(2024, 7, 9));
        assertThat(announced(at(MONDAY.minusDays(3), 10))).as("no table yet").isEmpty();
        post(table, "league-table-weekly", at(MONDAY, 9));
        assertThat(code("大桥镇")).isEqualTo(Code.GREEN);

        assertThat(announced(at(MONDAY, 10))).as("Monday").isEmpty();
        assertThat(announced(at(MONDAY.plusDays(1), 16))).as("Tuesday").isEmpty();
        assertThat(announced(at(MONDAY.plusDays(2), 10)))
                .as("Wednesday: nobody did anything")
                .contains("### 红黄绿码有变化：大桥镇转为黄码", "- 大桥镇 绿码 → **黄码**：1 件逾期超过 5 个工作日");
        assertThat(announced(at(MONDAY.plusDays(2), 16))).as("told before").isEmpty();

        close(issue, at(MONDAY.plusDays(2), 17));
        var other = issues.open("大桥镇", LocalDate.of(2024, 7, 8));
        assertThat(announced(at(MONDAY.plusDays(3), 10)))
                .as("made up and lost again in between")
                .isEmpty();
        close(other, at(MONDAY.plusDays(3), 11));
        var answer = codes.handle(call("manager-1", at(MONDAY.plusDays(3), 12)));
        assertThat(templates.render(answer.template(), answer.view()).text())
                .as("as it was posted: nothing has changed since")
                .doesNotContain("发布以后有变化");
        assertThat(announced(at(MONDAY.plusDays(3), 16))).contains("- 大桥镇 黄码 → **绿码**：长期逾期的已办结");
    }

    @Test
    void command_tells_what_has_changed_since_the_table() {
        week();
        issues.open("大桥镇", LocalDate.of(2024, 7, 9));
        post(table, "league-table-weekly", at(MONDAY, 9));

        var answer = codes.handle(call("manager-1", at(MONDAY.plusDays(2), 12)));

        assertThat(templates.render(answer.template(), answer.view()).text())
                .contains("发布以后有变化", "- 大桥镇 绿码 → **黄码**：1 件逾期超过 5 个工作日");
    }

    @Test
    void next_table_takes_the_place_of_what_was_told() {
        week();
        issues.open("大桥镇", LocalDate.of(2024, 7, 9));
        post(table, "league-table-weekly", at(MONDAY, 9));
        assertThat(announced(at(MONDAY.plusDays(2), 10))).isNotEmpty();

        sql.sql("update code_announced set announced_at = '2024-07-17 02:00:00'")
                .update();
        post(table, "league-table-weekly", at(MONDAY.plusDays(7), 9));

        assertThat(code("大桥镇")).as("the table says so itself").isEqualTo(Code.YELLOW);
        assertThat(announced(at(MONDAY.plusDays(7), 10))).isEmpty();
    }

    @Test
    void managers_get_the_weekly_table_with_whom_to_call() {
        week();
        post(table, "league-table-weekly", at(MONDAY, 9));
        issues.open("大桥镇", LocalDate.of(2024, 7, 9));
        for (int day = 0; day < 3; day++) {
            issues.open("大桥镇", MONDAY.plusDays(day));
            issues.closed("新丰镇", MONDAY.plusDays(day), at(MONDAY.plusDays(day), 12));
            issues.closed("七星街道", MONDAY.plusDays(day), at(MONDAY.plusDays(day + 1), 12));
        }

        var edition = post(table, "league-table-weekly", at(MONDAY.plusDays(7), 9));

        assertThat(edition.readers())
                .extracting(member -> member.staffId())
                .containsExactlyInAnyOrder("manager-1", "xinfeng-manager", "daqiao-manager", "nanhu-manager");
        assertThat(text(edition, "manager-1"))
                .contains("### 排名 7月15日—21日：建议先联系大桥镇")
                .contains("- **大桥镇**：红码，第 3 名，4 件逾期")
                .contains("- 码变差：大桥镇 绿→红")
                .contains("- 名次下降：大桥镇 1→3")
                .contains("**3** 大桥镇 红码");
        assertThat(text(edition, "xinfeng-manager"))
                .contains("### 排名 7月15日—21日：新丰镇第 1 名", "和上期比")
                .doesNotContain("建议先联系");
        issues.closed("新丰镇", MONDAY.plusDays(3), at(MONDAY.plusDays(3), 12));
        session.clearCache();
        var second = post(table, "league-table-weekly", at(MONDAY.plusDays(7), 10));
        assertThat(second.partsFor(roster.subscribersOf("league-table").get(0))).hasSize(2);
        assertThat(second.readers()).as("later versions are for the groups").isEmpty();
    }

    /** 大桥 is on time, 新丰 once, 七星 never. */
    private void week() {
        for (int day = 0; day < 3; day++) {
            var due = WEEK.plusDays(day);
            issues.closed("大桥镇", due, at(due, 12));
            issues.closed("新丰镇", due, at(due.plusDays(Math.min(day, 1)), 12));
            issues.closed("七星街道", due, at(due.plusDays(1), 12));
        }
    }

    /** What the group of everybody is told; empty for nothing. */
    private String announced(Instant at) {
        session.clearCache();
        var everybody = roster.groupByConversation("cidAll").orElseThrow();
        return post(changes, "code-changes", at).partsFor(everybody).stream()
                .map(TextPart.class::cast)
                .map(part -> templates.render(part.template(), part.view()).text())
                .findFirst()
                .orElse("");
    }

    private String text(Post.Edition edition, String staffId) {
        var part = (TextPart)
                edition.partsFor(roster.memberByStaffId(staffId).orElseThrow()).get(0);
        return templates.render(part.template(), part.view()).text();
    }

    private @Nullable Code code(String unit) {
        var newest = snapshots.newest().orElseThrow().content().table();
        return newest.rowOf(unitId(unit)).orElseThrow().code();
    }

    private CommandCall call(String staffId, Instant at) {
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
                "",
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                false,
                "{}");
        return new CommandCall(member, null, "", "", at, 1, message);
    }

    private Post.Edition post(Post post, String name, Instant plannedAt) {
        var schedule = schedules.named(name).orElseThrow();
        sql.sql("""
                insert into occurrence (schedule_id, planned_at, state, attempts, started_at)
                values (:schedule, :at, 'DONE', 1, :at)
                """)
                .params(Map.of("schedule", schedule.id(), "at", utc(plannedAt)))
                .update();
        var id = sql.sql("select last_insert_id()").query(Long.class).single();
        return post.compose(new Occurrence(id, schedule, plannedAt, false, false));
    }

    private long unitId(String unit) {
        return roster.unitsNamed(unit).get(0).id();
    }

    private void close(long issue, Instant at) {
        sql.sql("update issue set state = 'CLOSED', closed_at = ? where id = ?")
                .params(utc(at), issue)
                .update();
    }
}
