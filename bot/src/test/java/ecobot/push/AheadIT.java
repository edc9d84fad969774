package ecobot.push;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.Schedules;
import ecobot.testing.EcoBotIT;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the trainers are told before it is too late. Everything is rolled back. */
@EcoBotIT
@Transactional
class AheadIT {

    private final DaysAheadTask days;
    private final ShelfWatchTask shelf;
    private final ReadingMapper readings;
    private final Schedules schedules;
    private final JdbcClient sql;

    @Autowired
    AheadIT(DaysAheadTask days, ShelfWatchTask shelf, ReadingMapper readings, Schedules schedules, JdbcClient sql) {
        this.days = days;
        this.shelf = shelf;
        this.readings = readings;
        this.schedules = schedules;
        this.sql = sql;
    }

    @Test
    void day_worth_a_post_is_drafted_a_week_before_and_once() {
        days.run(occurrence("days-ahead", "2031-05-28T09:10"));
        assertThat(drafts()).isEmpty();

        days.run(occurrence("days-ahead", "2031-05-29T09:10"));
        days.run(occurrence("days-ahead", "2031-06-03T09:10"));

        assertThat(drafts()).containsExactly("KNOWLEDGE DRAFT 6月5日 六五环境日（世界环境日）");
        assertThat(told("day:2031-06-05:%"))
                .as("each trainer")
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("世界环境日", "编号", "改好、发布后推送"));
    }

    @Test
    void empty_shelf_is_told_two_working_days_before_and_once() {
        sql.sql("update material set state = 'ARCHIVED' where category = 'POLICY'")
                .update();

        shelf.run(occurrence("shelf-watch", "2026-12-01T09:05"));
        assertThat(told("shelf:policies:%")).isEmpty();

        shelf.run(occurrence("shelf-watch", "2026-12-02T09:05"));
        shelf.run(occurrence("shelf-watch", "2026-12-03T09:05"));

        assertThat(told("shelf:policies:%"))
                .as("each trainer")
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("新政没有可发的了", "12月4日 10:00"));
    }

    @Test
    void push_that_the_platform_says_nothing_about_yet_is_asked_about_again() {
        var later = Instant.parse("2026-12-01T00:00:00Z");
        long material = MaterialFixture.published(sql, "TRAINING", "再问");
        sql.sql("""
                insert into occurrence (schedule_id, planned_at, state, attempts, started_at)
                select id, '2020-01-01', 'DONE', 1, '2020-01-01' from schedule where name = 'push'
                """).update();
        sql.sql("""
                insert into push_delivery (material_id, group_id, occurrence_id, pushed_at, counts_at, platform_id, ask_at)
                values (?, (select min(id) from chat_group), last_insert_id(), '2020-01-01', '2020-01-03', 'pqk', '2020-01-01')
                """).param(material).update();
        var push = readings.toAsk(Instant.parse("2020-01-02T00:00:00Z"), 10).get(0);

        assertThat(readings.claimAsk(push.id(), 0, later)).isOne();
        assertThat(readings.claimAsk(push.id(), 0, later)).isZero();
        readings.askAgain(push.id(), later.minusSeconds(60));

        assertThat(readings.toAsk(later.minusSeconds(61), 10)).isEmpty();
        assertThat(readings.toAsk(later, 10))
                .extracting(ReadingMapper.ToAsk::askAttempts)
                .containsExactly(1);
        readings.asked(push.id(), later);
        assertThat(readings.toAsk(later, 10)).isEmpty();
    }

    private Occurrence occurrence(String schedule, String at) {
        return new Occurrence(
                1,
                schedules.named(schedule).orElseThrow(),
                LocalDateTime.parse(at).atZone(Zone.SHANGHAI).toInstant(),
                false,
                false);
    }

    private List<String> drafts() {
        return sql.sql("select concat(category, ' ', state, ' ', title) from material where title like '6月5日%'")
                .query(String.class)
                .list();
    }

    private List<String> told(String key) {
        return sql.sql("select json_value(content, '$.markdown.text') from outbox where message_key like ?")
                .param(key)
                .query(String.class)
                .list();
    }
}
