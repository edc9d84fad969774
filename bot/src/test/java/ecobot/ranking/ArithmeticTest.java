package ecobot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.calendar.Zone;
import ecobot.ranking.Figures.Share;
import ecobot.ranking.Score.Term;
import ecobot.ranking.TaskTargets.Targets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArithmeticTest {

    private static final Rules RULES = LeagueTableFixture.RULES;

    @Test
    void score_is_the_weighted_mean_less_the_deductions() {
        var figures = new Figures(10, 8, 1, 1, 0, 0, new Share(4, 5), new Share(6, 8), Share.NONE, 2, 1);

        var arithmetic = Arithmetic.of(figures, RULES);

        // (50×8/10 + 20×9/10 + 15×4/5 + 10×6/8) ÷ 95 × 100 = 81.6; less 2 + 2 + 2.
        assertThat(arithmetic.mean().orElseThrow()).hasToString("81.6");
        assertThat(arithmetic.points()).isEqualTo(6);
        assertThat(arithmetic.score().orElseThrow()).hasToString("75.6");
        assertThat(arithmetic.leftOut()).extracting(Term::key).containsExactly("training");
    }

    @Test
    void overdue_takes_off_no_more_than_its_most() {
        assertThat(Arithmetic.of(Figures.of(10, 10, 0, 4), RULES).points()).isEqualTo(8);
        assertThat(Arithmetic.of(Figures.of(10, 10, 0, 400), RULES).points()).isEqualTo(10);
    }

    @Test
    void score_is_never_below_nothing_nor_above_a_hundred() {
        var bad = new Figures(10, 0, 1, 9, 0, 0, Share.NONE, Share.NONE, Share.NONE, 99, 99);
        var good = new Figures(10, 10, 0, 0, 0, 0, new Share(9, 9), new Share(4, 4), new Share(2, 2), 0, 0);

        assertThat(Arithmetic.of(bad, RULES).score().orElseThrow()).hasToString("0.0");
        assertThat(Arithmetic.of(good, RULES).score().orElseThrow()).hasToString("100.0");
    }

    /** The issue may have been overdue or not, passed at once or not, and been wanted by the month's tasks or not. */
    @Test
    void closing_one_more_issue_on_time_never_lowers_the_score() {
        var random = new Random(20261125);
        for (int i = 0; i < 50_000; i++) {
            var before = any(random);
            boolean atFirst = random.nextBoolean();
            boolean wanted = before.tasks().done() < before.tasks().of();
            var after = new Figures(
                    before.due(),
                    before.onTime() + 1,
                    before.late(),
                    before.overdue(),
                    0,
                    0,
                    atFirst
                            ? new Share(
                                    before.firstPass().done() + 1,
                                    before.firstPass().of() + 1)
                            : before.firstPass(),
                    wanted ? new Share(before.tasks().done() + 1, before.tasks().of()) : before.tasks(),
                    before.training(),
                    before.sentBack(),
                    before.failedRechecks());

            assertThat(score(after)).as("%s then %s", before, after).isGreaterThanOrEqualTo(score(before));
        }
    }

    /** Also when it was not counted before, as its date only now falls in the period. */
    @Test
    void one_more_due_that_is_closed_on_time_never_lowers_the_score() {
        var random = new Random(20261126);
        for (int i = 0; i < 20_000; i++) {
            var f = any(random);
            var after = new Figures(
                    f.due() + 1,
                    f.onTime() + 1,
                    f.late(),
                    f.overdue(),
                    0,
                    0,
                    new Share(f.firstPass().done() + 1, f.firstPass().of() + 1),
                    f.tasks(),
                    f.training(),
                    f.sentBack(),
                    f.failedRechecks());

            assertThat(score(after)).as("%s then %s", f, after).isGreaterThanOrEqualTo(score(f));
        }
    }

    /** What the two above would see if it could be otherwise: an issue that is sent back costs. */
    @Test
    void sending_one_back_lowers_the_score() {
        var before = new Figures(10, 5, 0, 0, 0, 0, new Share(3, 3), Share.NONE, Share.NONE, 0, 0);
        var after = new Figures(10, 5, 0, 0, 0, 0, new Share(3, 4), Share.NONE, Share.NONE, 1, 0);

        assertThat(score(after)).isLessThan(score(before));
    }

    @Test
    void month_is_due_day_by_day_and_counts_to_its_target_at_most() {
        var tenth = MonthProgress.at(
                LocalDate.of(2026, 11, 11).atStartOfDay(Zone.SHANGHAI).toInstant());
        var end = MonthProgress.at(
                LocalDate.of(2026, 12, 1).atStartOfDay(Zone.SHANGHAI).toInstant());

        assertThat(tenth).isEqualTo(new MonthProgress(YearMonth.of(2026, 11), 10));
        assertThat(tenth.of(new Targets(9, 6), 5, 1)).isEqualTo(new Share(4, 5));
        assertThat(end.of(new Targets(9, 6), 5, 20)).isEqualTo(new Share(11, 15));
        assertThat(end.of(new Targets(0, 0), 5, 20)).isEqualTo(Share.NONE);
    }

    private static BigDecimal score(Figures figures) {
        return Arithmetic.of(figures, RULES).score().orElseThrow();
    }

    /** At least one issue is not closed yet. */
    private static Figures any(Random random) {
        int due = 1 + random.nextInt(30);
        int onTime = random.nextInt(due);
        int late = random.nextInt(due - onTime);
        int verified = random.nextInt(20);
        int tasks = random.nextInt(20);
        int read = random.nextInt(3);
        return new Figures(
                due,
                onTime,
                late,
                random.nextInt(4),
                0,
                0,
                new Share(random.nextInt(verified + 1), verified),
                new Share(random.nextInt(tasks + 1), tasks),
                new Share(random.nextInt(read + 1), read),
                random.nextInt(5),
                random.nextInt(3));
    }
}
