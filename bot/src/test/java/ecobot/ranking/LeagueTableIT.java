package ecobot.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.calendar.Zone;
import ecobot.chat.Post.PicturePart;
import ecobot.media.Media;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.Schedules;
import ecobot.testing.EcoBotIT;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** In weeks long gone, where no other test has issues; everything is rolled back. */
@EcoBotIT
@Transactional
class LeagueTableIT {

    private static final Instant MONDAY_NINE = at(LocalDate.of(2024, 3, 11), 9);
    private static final LocalDate WEEK = LocalDate.of(2024, 3, 4);

    private final LeagueTablePost post;
    private final LeagueTables tables;
    private final Publication publication;
    private final Snapshots snapshots;
    private final Media media;
    private final Roster roster;
    private final Schedules schedules;
    private final JdbcClient sql;

    @Autowired
    LeagueTableIT(
            LeagueTablePost post,
            LeagueTables tables,
            Publication publication,
            Snapshots snapshots,
            Media media,
            Roster roster,
            Schedules schedules,
            JdbcClient sql) {
        this.post = post;
        this.tables = tables;
        this.publication = publication;
        this.snapshots = snapshots;
        this.media = media;
        this.roster = roster;
        this.schedules = schedules;
        this.sql = sql;
    }

    @BeforeEach
    void four_issues_of_xinfeng_three_on_time_one_late() {
        for (int day = 0; day < 3; day++) {
            issue("新丰镇", WEEK.plusDays(day), at(WEEK.plusDays(day), 12));
        }
        issue("新丰镇", WEEK.plusDays(3), at(WEEK.plusDays(5), 12));
    }

    @Test
    void post_is_the_week_that_ended_as_picture_and_list_and_all_groups_get_the_same() {
        var occurrence = occurrence(MONDAY_NINE);

        var edition = post.compose(occurrence);

        var groups = roster.subscribersOf("league-table");
        assertThat(groups)
                .hasSize(14)
                .allSatisfy(group -> assertThat(edition.partsFor(group))
                        .isEqualTo(edition.partsFor(groups.get(0)))
                        .hasSize(2));
        var snapshot = snapshots.ofOccurrence(occurrence.id()).orElseThrow();
        assertThat(edition.partsFor(groups.get(0)).get(0)).isEqualTo(new PicturePart(snapshot.pictureHash()));
        assertThat(snapshot.version()).isEqualTo(1);
        assertThat(rowOf("新丰镇", snapshot.content().table()).score()).hasToString("82.1");
        assertThat(media.find(snapshot.pictureHash()).orElseThrow().bytes())
                .isEqualTo(LeagueTablePicture.draw(snapshot.content().view()).png());
    }

    @Test
    void same_occurrence_again_answers_the_same_and_stores_nothing_more() {
        var occurrence = occurrence(MONDAY_NINE);
        var group = roster.subscribersOf("league-table").get(0);

        var first = post.compose(occurrence).partsFor(group);
        var again = post.compose(occurrence).partsFor(group);

        assertThat(again).isEqualTo(first);
        assertThat(snapshotsOfTheWeek()).isEqualTo(1);
    }

    @Test
    void week_that_was_posted_is_not_posted_again_until_a_figure_changes() {
        var group = roster.subscribersOf("league-table").get(0);
        post.compose(occurrence(MONDAY_NINE));

        assertThat(post.compose(occurrence(MONDAY_NINE.plusSeconds(60))).partsFor(group))
                .isEmpty();

        issue("新丰镇", WEEK.plusDays(4), at(WEEK.plusDays(4), 10));
        assertThat(post.compose(occurrence(MONDAY_NINE.plusSeconds(120))).partsFor(group))
                .hasSize(2);
        var second = snapshots.latest(Period.weekEndedBefore(MONDAY_NINE)).orElseThrow();
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.content().view().edition()).isEqualTo("第 2 版");
        assertThat(snapshotsOfTheWeek()).isEqualTo(2);
    }

    @Test
    void what_happens_after_the_week_changes_nothing_of_it() {
        issue("新丰镇", WEEK.plusDays(4), at(WEEK.plusDays(8), 10));
        var asSeenOnMonday = tables.of(Period.weekEndedBefore(MONDAY_NINE), MONDAY_NINE);

        assertThat(rowOf("新丰镇", asSeenOnMonday).figures()).isEqualTo(new LeagueTable.Figures(5, 3, 1, 1));
        assertThat(tables.of(asSeenOnMonday.period(), MONDAY_NINE.plusSeconds(400_000)))
                .isEqualTo(asSeenOnMonday);
    }

    @Test
    void snapshot_read_twice_is_the_same_and_a_changed_one_is_noticed() {
        var occurrence = occurrence(MONDAY_NINE);
        post.compose(occurrence);

        var once = snapshots.ofOccurrence(occurrence.id()).orElseThrow();
        assertThat(snapshots.ofOccurrence(occurrence.id())).hasValue(once);
        assertThat(once.content().table())
                .isEqualTo(tables.of(once.content().table().period(), MONDAY_NINE));

        sql.sql("update ranking_snapshot set content = replace(content, '82.1', '99.9') where id = ?")
                .param(once.id())
                .update();
        assertThatThrownBy(() -> snapshots.latest(once.content().table().period()))
                .hasMessageContaining("was changed after it was posted");
    }

    @Test
    void last_rank_comes_from_the_table_before() {
        var monday = MONDAY_NINE.plusSeconds(7 * 86_400);
        for (int i = 0; i < 3; i++) {
            issue("新丰镇", WEEK.plusDays(7 + i), at(WEEK.plusDays(9 + i), 12));
            issue("大桥镇", WEEK.plusDays(7 + i), at(WEEK.plusDays(7 + i), 12));
        }

        var row = rowOf("新丰镇", tables.of(Period.weekEndedBefore(monday), monday));

        assertThat(row.rank()).isEqualTo(2);
        assertThat(row.lastRank()).isEqualTo(1);
    }

    @Test
    void preview_shows_the_ended_week_until_it_is_posted_then_this_week() {
        var before = (Publication.Preview) publication.preview(MONDAY_NINE).view();
        post.compose(occurrence(MONDAY_NINE));
        var reply = publication.preview(MONDAY_NINE.plusSeconds(60));
        var after = (Publication.Preview) reply.view();

        assertThat(before.pending()).isTrue();
        assertThat(before.table().period()).isEqualTo("3月4日—10日");
        assertThat(after.pending()).isFalse();
        assertThat(after.table().period()).isEqualTo("3月11日—17日");
        assertThat(reply.privately()).isTrue();
        assertThat(reply.attachments()).hasSize(1);
    }

    @Test
    void publishing_is_for_managers_and_not_for_a_week_that_was_posted() {
        var liaison = roster.memberByStaffId("xinfeng-1").orElseThrow();
        var manager = roster.memberByStaffId("manager-1").orElseThrow();

        assertThatThrownBy(() -> publication.publish(liaison, MONDAY_NINE)).hasMessage("ranking/publish-not-allowed");

        post.compose(occurrence(MONDAY_NINE));
        assertThatThrownBy(() -> publication.publish(manager, MONDAY_NINE.plusSeconds(60)))
                .hasMessage("ranking/already-posted");
    }

    private static LeagueTable.Row rowOf(String unit, LeagueTable table) {
        return table.rows().stream()
                .filter(row -> row.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private Occurrence occurrence(Instant plannedAt) {
        var schedule = schedules.named("league-table-weekly").orElseThrow();
        sql.sql("""
                insert into occurrence (schedule_id, planned_at, state, attempts, started_at)
                values (:schedule, :at, 'DONE', 1, :at)
                """)
                .params(Map.of("schedule", schedule.id(), "at", utc(plannedAt)))
                .update();
        var id = sql.sql("select last_insert_id()").query(Long.class).single();
        return new Occurrence(id, schedule, plannedAt, false);
    }

    private void issue(String unit, LocalDate dueOn, Instant closedAt) {
        var unitId = roster.unitsNamed(unit).get(0).id();
        var reporter = roster.memberByStaffId("xinfeng-1").orElseThrow().id();
        sql.sql("""
                insert into issue (unit_id, reporter_id, state, source, description, deadline_amount, deadline_unit,
                                   deadline_start_on, deadline_rule, deadline_cap, deadline_cap_unit, due_on, due_at, created_at,
                                   closed_at)
                values (:unit, :reporter, 'CLOSED', 'PATROL', 'test', 5, 'WORKING', :due, 'patrol', 10, 'WORKING', :due, :dueAt,
                        :dueAt, :closedAt)
                """)
                .params(Map.of(
                        "unit", unitId,
                        "reporter", reporter,
                        "due", dueOn,
                        "dueAt", utc(at(dueOn, 17)),
                        "closedAt", utc(closedAt)))
                .update();
    }

    private int snapshotsOfTheWeek() {
        return sql.sql("select count(*) from ranking_snapshot where from_on = ?")
                .param(WEEK)
                .query(Integer.class)
                .single();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(Zone.SHANGHAI).toInstant();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
