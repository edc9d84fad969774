package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.CalendarNotices;
import ecobot.testing.EcoBotIT;
import ecobot.testing.MadeUpNotice;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** 100,000 open issues over a New Year whose notice, made up, comes late. */
@Tag("bench")
@EcoBotIT
@Import(MadeUpNotice.class)
@TestPropertySource(properties = "spring.application.name=redating-bench")
class RedatingBenchIT {

    private static final int ISSUES = 100_000;
    private static final int DOUBLINGS = 18;

    private final JdbcClient sql;
    private final Redating redating;
    private final DeadlineMapper rows;
    private final CalendarNotices notices;
    private final MadeUpNotice madeUp;

    @Autowired
    RedatingBenchIT(
            JdbcClient sql, Redating redating, DeadlineMapper rows, CalendarNotices notices, MadeUpNotice madeUp) {
        this.sql = sql;
        this.redating = redating;
        this.rows = rows;
        this.notices = notices;
        this.madeUp = madeUp;
    }

    @Test
    void all_of_them_move_in_a_minute() {
        fill();
        var asking = timed(() -> assertThat(redating.movedBy(notices.with(MadeUpNotice.notice())))
                .isGreaterThan(ISSUES / 2));

        var moving = timed(() -> {
            madeUp.load();
            Awaitility.await("redating")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> rows.progress().version() == notices.version());
        });

        int moved = sql.sql("select count(*) from issue_move where move = 'REDATED'")
                .query(Integer.class)
                .single();
        System.out.printf(
                "redating: %d of %d open issues moved in %d ms, the question took %d ms%n",
                moved, ISSUES, moving.toMillis(), asking.toMillis());
        assertThat(moved).isGreaterThan(ISSUES / 2);
        assertThat(moving).isLessThan(Duration.ofMinutes(1));
    }

    /** Received on fifteen days of December, their dates first brought in line with the calendar as it is. */
    private void fill() {
        sql.sql("create table bench_number (n int not null auto_increment primary key, x int not null)")
                .update();
        sql.sql("insert into bench_number (x) values (1)").update();
        for (int i = 0; i < DOUBLINGS; i++) {
            sql.sql("insert into bench_number (x) select x from bench_number").update();
        }
        sql.sql("""
                insert into issue (unit_id, reporter_id, state, source, description, deadline_amount, deadline_unit,
                       deadline_start_on, deadline_rule, deadline_cap, deadline_cap_unit, due_on, due_at, created_at)
                select 1 + mod(b.n, 11), m.id, 'ASSIGNED', 'PATROL', 'bench', 20, 'WORKING',
                       date_add('2026-12-14', interval mod(b.x + b.n, 15) day), 'patrol', 10, 'WORKING', '2027-01-01',
                       '2027-01-01 09:30:00', '2026-12-14 01:00:00'
                  from (select n, x from bench_number order by n limit 100000) b
                  join (select min(id) as id from member) m
                """).update();
        redating.look();
        sql.sql("update issue_redating set version = -1").update();
        redating.look();
        sql.sql("delete from issue_move where move = 'REDATED'").update();
    }

    private static Duration timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
