package ecobot.issue;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import ecobot.issue.IssueMark.Mark;
import ecobot.roster.Roster;
import ecobot.testing.EcoBotIT;
import ecobot.testing.Plans;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * In a week long gone, where no other test has issues; everything is rolled back. The counters are built of what each test has put there, and have to
 * say what the issues themselves say.
 */
@EcoBotIT
@Transactional
class TallyIT {

    private static final LocalDate MONDAY = LocalDate.of(2023, 5, 15);
    private static final Instant SUNDAY_NIGHT = at(MONDAY.plusDays(7), 0);

    private final Tally tally;
    private final IssueFigures single;
    private final TallyMapper raw;
    private final Recount recount;
    private final JdbcClient sql;
    private final Plans plans;
    private final long unit;
    private final long reporter;

    @Autowired
    TallyIT(
            Tally tally,
            IssueFigures single,
            TallyMapper raw,
            Recount recount,
            JdbcClient sql,
            SqlSessionFactory sessions,
            Roster roster) {
        this.tally = tally;
        this.single = single;
        this.raw = raw;
        this.recount = recount;
        this.sql = sql;
        this.plans = new Plans(sessions);
        this.unit = roster.unitsNamed("新丰镇").get(0).id();
        this.reporter = roster.memberByStaffId("xinfeng-1").orElseThrow().id();
    }

    @BeforeEach
    void nothing_was_done_yet() {
        assertThat(figures()).isEqualTo(UnitFigures.none(unit));
    }

    /** After each of the stories below: what single issues add is the whole. */
    @AfterEach
    void issues_add_up_to_the_figures_of_the_unit() {
        var numbers = sql.sql("select id from issue where unit_id = ? and description = 'test'")
                .param(unit)
                .query(Long.class)
                .list();
        var sums = new int[12];
        for (var number : numbers) {
            var one = counts(single.of(number, span()).orElseThrow());
            for (int i = 0; i < sums.length; i++) {
                sums[i] += one.get(i);
            }
        }
        assertThat(counts(figures())).isEqualTo(IntStream.of(sums).boxed().toList());
    }

    private static List<Integer> counts(UnitFigures f) {
        return List.of(
                f.due(),
                f.closedOnTime(),
                f.closedLate(),
                f.reported(),
                f.closed(),
                f.overdueNow(),
                f.overdueLong(),
                f.overdueVeryLong(),
                f.verified(),
                f.passedFirst(),
                f.sentBack(),
                f.failedRechecks());
    }

    @Test
    void first_verdict_of_an_issue_decides_whether_it_passed_at_first() {
        var clean = closed(0);
        move(clean, "VERIFY", 0, 10);
        var twice = closed(2);
        move(twice, "SEND_BACK", 0, 11);
        move(twice, "SUBMIT", 1, 9);
        move(twice, "VERIFY", 2, 10);

        assertThat(figures().verified()).isEqualTo(2);
        assertThat(figures().passedFirst()).isEqualTo(1);
        assertThat(figures().sentBack()).isEqualTo(1);
        assertThat(behind())
                .containsExactlyInAnyOrder(
                        new IssueMark(Mark.NOT_FIRST_PASSED, twice), new IssueMark(Mark.SENT_BACK, twice));
    }

    @Test
    void verdict_that_fell_the_week_before_is_not_counted_again() {
        var issue = closed(0);
        move(issue, "SEND_BACK", -3, 11);
        move(issue, "VERIFY", 0, 10);

        assertThat(figures().verified()).isZero();
        assertThat(figures().sentBack()).isZero();
    }

    @Test
    void move_that_was_taken_back_at_once_was_not_made() {
        var issue = closed(1);
        move(issue, "SEND_BACK", 0, 11);
        move(issue, "LOCATE", 0, 11);
        move(issue, "TAKE_BACK", 0, 11);
        move(issue, "VERIFY", 1, 10);

        assertThat(figures().sentBack()).isZero();
        assertThat(figures().verified()).isEqualTo(1);
        assertThat(figures().passedFirst()).isEqualTo(1);
        assertThat(behind()).isEmpty();
    }

    @Test
    void move_that_was_followed_by_another_one_stands_even_if_that_one_was_taken_back() {
        var issue = closed(1);
        move(issue, "SEND_BACK", 0, 11);
        move(issue, "SUBMIT", 0, 12);
        move(issue, "TAKE_BACK", 0, 12);

        assertThat(figures().sentBack()).isEqualTo(1);
    }

    @Test
    void failed_recheck_counts_in_the_week_in_which_it_failed() {
        var issue = closed(-20);
        move(issue, "RECHECK_FAIL", 3, 10);
        var earlier = closed(-20);
        move(earlier, "RECHECK_FAIL", -1, 10);

        assertThat(figures().failedRechecks()).isEqualTo(1);
        assertThat(behind()).containsExactly(new IssueMark(Mark.RECHECK_FAILED, issue));
    }

    @Test
    void what_is_overdue_is_told_by_how_long() {
        var fresh = issue(MONDAY.plusDays(6), null);
        var old = issue(MONDAY.minusDays(2), null);
        var veryOld = issue(MONDAY.minusDays(16), null);
        issue(MONDAY.minusDays(2), at(MONDAY.plusDays(2), 9));
        var closedLater = issue(MONDAY.minusDays(3), SUNDAY_NIGHT.plusSeconds(60));

        assertThat(figures())
                .extracting(UnitFigures::overdueNow, UnitFigures::overdueLong, UnitFigures::overdueVeryLong)
                .containsExactly(4, 3, 1);
        assertThat(behind())
                .containsExactly(
                        new IssueMark(Mark.UNCLOSED, fresh),
                        new IssueMark(Mark.OVERDUE, fresh),
                        new IssueMark(Mark.OVERDUE_LONG, old),
                        new IssueMark(Mark.OVERDUE_LONG, closedLater),
                        new IssueMark(Mark.OVERDUE_VERY_LONG, veryOld));
    }

    @Test
    void late_ones_are_behind_the_rates() {
        var late = issue(MONDAY.plusDays(1), at(MONDAY.plusDays(2), 9));
        issue(MONDAY.plusDays(1), at(MONDAY.plusDays(1), 9));

        assertThat(figures())
                .extracting(UnitFigures::due, UnitFigures::closedOnTime, UnitFigures::closedLate)
                .containsExactly(2, 1, 1);
        assertThat(behind()).containsExactly(new IssueMark(Mark.LATE, late));
    }

    @Test
    void moves_are_found_by_an_index() {
        for (int i = 0; i < 30; i++) {
            var issue = closed(-60);
            move(issue, "ACCEPT", -70, 9);
            move(issue, "SUBMIT", -61, 9);
            move(issue, "VERIFY", -60, 9);
        }
        var parameters = new HashMap<String, Object>();
        parameters.put("span", span());
        parameters.put("kind", null);
        assertThat(plans.readingAll(TallyMapper.class, "figures", parameters, "i", "m", "t", "b", "e"))
                .isEmpty();
        assertThat(plans.readingAll(
                        TallyMapper.class, "behind", Map.of("unitId", unit, "span", span()), "i", "m", "t", "b", "e"))
                .isEmpty();
        var ofWater = Map.of("span", span(), "kind", Issue.Kind.WATER);
        assertThat(plans.readingAll(TallyMapper.class, "figures", ofWater, "i", "m", "t", "b", "e", "k"))
                .isEmpty();
        assertThat(plans.of(TallyMapper.class, "figures", parameters))
                .filteredOn(step -> step.table().equals("m"))
                .isNotEmpty();
        parameters.put("number", closed(-60));
        assertThat(plans.of(TallyMapper.class, "figures", parameters))
                .filteredOn(step -> Set.of("i", "m").contains(step.table()))
                .as("one issue is found by its number")
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.type()).isIn("const", "ref"))
                .allSatisfy(step -> assertThat(step.key()).isNotEmpty())
                .allSatisfy(step -> assertThat(step.rows()).isLessThan(5));
    }

    private UnitFigures figures() {
        recount.checkAndMend();
        assertThat(tally.of(span())).isEqualTo(raw.figures(span(), null));
        return tally.of(span()).stream()
                .filter(figures -> figures.unitId() == unit)
                .findFirst()
                .orElse(UnitFigures.none(unit));
    }

    private List<IssueMark> behind() {
        return tally.behind(unit, span());
    }

    private static TallySpan span() {
        return new TallySpan(at(MONDAY, 0), SUNDAY_NIGHT, SUNDAY_NIGHT, at(MONDAY, 0), at(MONDAY.minusDays(14), 0));
    }

    /** Due and closed on the same day, so many days after Monday. */
    private long closed(int day) {
        return issue(MONDAY.plusDays(day), at(MONDAY.plusDays(day), 10));
    }

    private long issue(LocalDate dueOn, @Nullable Instant closedAt) {
        var values = new HashMap<String, Object>();
        values.put("unit", unit);
        values.put("reporter", reporter);
        values.put("state", closedAt == null ? "RECTIFYING" : "CLOSED");
        values.put("due", dueOn);
        values.put("dueAt", utc(at(dueOn, 17)));
        values.put("createdAt", utc(at(dueOn.minusDays(9), 17)));
        values.put("closedAt", closedAt == null ? null : utc(closedAt));
        sql.sql("""
                insert into issue (unit_id, reporter_id, state, source, description, deadline_amount, deadline_unit,
                                   deadline_start_on, deadline_rule, deadline_cap, deadline_cap_unit, due_on, due_at, created_at,
                                   closed_at)
                values (:unit, :reporter, :state, 'PATROL', 'test', 5, 'WORKING', :due, 'patrol', 10, 'WORKING', :due, :dueAt,
                        :createdAt, :closedAt)
                """).params(values).update();
        return sql.sql("select last_insert_id()").query(Long.class).single();
    }

    private void move(long issue, String move, int day, int hour) {
        sql.sql("""
                insert into issue_move (issue_id, move, from_state, to_state, member_id, moved_at)
                values (:issue, :move, 'SUBMITTED', 'CLOSED', :member, :at)
                """)
                .params(Map.of(
                        "issue", issue, "move", move, "member", reporter, "at", utc(at(MONDAY.plusDays(day), hour))))
                .update();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(Zone.SHANGHAI).toInstant();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
