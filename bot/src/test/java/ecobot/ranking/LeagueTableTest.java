package ecobot.ranking;

import static ecobot.ranking.LeagueTableFixture.CUT_OFF;
import static ecobot.ranking.LeagueTableFixture.RULES;
import static ecobot.ranking.LeagueTableFixture.WEEK;
import static ecobot.ranking.LeagueTableFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ecobot.ranking.LeagueTable.Entry;
import ecobot.ranking.LeagueTable.Row;
import ecobot.roster.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeagueTableTest {

    @Test
    void equal_scores_share_a_rank_and_the_next_is_skipped() {
        var table = table(
                entry(1, "A", 10, 10, 0, 0),
                entry(2, "B", 10, 9, 0, 0),
                entry(3, "C", 20, 18, 0, 0),
                entry(4, "D", 10, 1, 0, 0));

        assertThat(table.rows())
                .extracting(Row::unit, Row::rank)
                .containsExactly(tuple("A", 1), tuple("B", 2), tuple("C", 2), tuple("D", 4));
    }

    @Test
    void fewer_due_than_the_minimum_is_listed_last_and_not_ranked() {
        var table = table(entry(1, "small", 2, 2, 0, 0), entry(2, "nothing", 0, 0, 0, 1), entry(3, "bad", 3, 0, 0, 3));

        assertThat(table.ranked()).extracting(Row::unit, Row::rank).containsExactly(tuple("bad", 1));
        assertThat(table.unranked())
                .extracting(Row::unit, Row::score, Row::code)
                .containsExactly(tuple("small", null, null), tuple("nothing", null, null));
    }

    @Test
    void order_of_the_input_does_not_matter() {
        var expected = LeagueTableFixture.table();
        List<Entry> entries = new ArrayList<>(LeagueTableFixture.entries());
        var random = new Random(20261123);

        for (int i = 0; i < 1_000; i++) {
            Collections.shuffle(entries, random);
            assertThat(LeagueTable.of(WEEK, CUT_OFF, RULES, entries, LeagueTableFixture.before()))
                    .isEqualTo(expected);
        }
    }

    @Test
    void order_of_the_input_does_not_matter_whatever_the_rules() {
        var random = new Random(20261128);
        for (int i = 0; i < 500; i++) {
            var rules = RandomTables.rules(random);
            var before = RandomTables.table(RandomTables.entries(9, random), rules, null);
            var entries = RandomTables.entries(12, random);
            var expected = RandomTables.table(entries, rules, before);
            Collections.shuffle(entries, random);
            assertThat(RandomTables.table(entries, rules, before)).isEqualTo(expected);
        }
    }

    @Test
    void closing_one_more_on_time_never_costs_points_or_places() {
        var random = new Random(20261129);
        int tried = 0;
        for (int i = 0; i < 2_000; i++) {
            var rules = RandomTables.rules(random);
            var entries = RandomTables.entries(9, random);
            int at = random.nextInt(entries.size());
            var less = entries.get(at);
            if (less.figures().due() == less.figures().closed()) {
                continue;
            }
            var more = new ArrayList<>(entries);
            more.set(at, closedOneMore(less));

            var before = rowOf(less, RandomTables.table(entries, rules, null));
            var after = rowOf(less, RandomTables.table(more, rules, null));
            assertThat(after.ranked()).isEqualTo(before.ranked());
            if (before.score() != null && before.rank() != null) {
                tried++;
                assertThat(after.score()).isGreaterThanOrEqualTo(before.score());
                assertThat(after.rank()).isLessThanOrEqualTo(before.rank());
                assertThat(after.code()).isLessThanOrEqualTo(before.code());
            }
        }
        assertThat(tried).isGreaterThan(1_000);
    }

    /** One that would have been open: closed by its date, and so not overdue, and one more of the month's task. */
    private static Entry closedOneMore(Entry entry) {
        var f = entry.figures();
        int overdue = Math.max(0, f.overdue() - 1);
        int overdueLong = Math.min(f.overdueLong(), overdue);
        var tasks = new Figures.Share(
                Math.min(f.tasks().done() + 1, f.tasks().of()), f.tasks().of());
        return new Entry(
                entry.unitId(),
                entry.unit(),
                entry.kind(),
                entry.order(),
                new Figures(
                        f.due(),
                        f.onTime() + 1,
                        f.late(),
                        overdue,
                        overdueLong,
                        Math.min(f.overdueVeryLong(), overdueLong),
                        f.firstPass(),
                        tasks,
                        f.training(),
                        f.sentBack(),
                        f.failedRechecks()));
    }

    private static Row rowOf(Entry entry, LeagueTable table) {
        return table.rowOf(entry.unitId()).orElseThrow();
    }

    @Test
    void ranks_and_codes_are_those_of_the_group() {
        var table = LeagueTableFixture.grouped();

        assertThat(table.rows())
                .extracting(Row::group, Row::unit, Row::rank, Row::code)
                .containsExactly(
                        tuple("镇", "大桥镇", 1, Code.GREEN),
                        tuple("镇", "凤桥镇", 1, Code.GREEN),
                        tuple("镇", "新丰镇", 3, Code.YELLOW),
                        tuple("镇", "余新镇", 4, Code.RED),
                        tuple("街道", "七星街道", 1, Code.GREEN),
                        tuple("街道", "新嘉街道", 2, Code.GREEN),
                        tuple("街道", "解放街道", 3, Code.YELLOW),
                        tuple("街道", "新兴街道", 4, Code.YELLOW),
                        tuple("街道", "东栅街道", 5, Code.RED),
                        tuple("街道", "南湖街道", 6, Code.RED),
                        tuple("街道", "建设街道", null, null));
    }

    @Test
    void small_unit_with_something_overdue_for_long_has_a_code_all_the_same() {
        var none = Figures.Share.NONE;
        var small = new Entry(1, "small", Unit.Kind.TOWN, 1, new Figures(1, 1, 0, 1, 1, 1, none, none, none, 0, 0));

        assertThat(table(small, entry(2, "big", 9, 9, 0, 0)).unranked())
                .extracting(Row::unit, Row::rank, Row::code)
                .containsExactly(tuple("small", null, Code.RED));
    }

    @Test
    void eleven_units_are_four_green_four_yellow_three_red() {
        var entries = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> entry(i, "U" + i, 100, 100 - i, 0, 0))
                .toList();

        var codes = LeagueTable.of(WEEK, CUT_OFF, RULES, entries, null).rows().stream()
                .map(Row::code)
                .toList();

        assertThat(codes.subList(0, 4)).containsOnly(Code.GREEN);
        assertThat(codes.subList(4, 8)).containsOnly(Code.YELLOW);
        assertThat(codes.subList(8, 11)).hasSize(3).containsOnly(Code.RED);
    }

    @Test
    void equal_ranks_have_equal_codes_and_all_equal_is_all_green() {
        var entries = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> entry(i, "U" + i, 3 * i, 3 * i, 0, 0))
                .toList();

        assertThat(LeagueTable.of(WEEK, CUT_OFF, RULES, entries, null).rows())
                .extracting(Row::code)
                .containsOnly(Code.GREEN);
    }

    @ParameterizedTest
    @CsvSource({"1,1,GREEN", "1,2,GREEN", "2,2,YELLOW", "3,3,RED", "2,3,YELLOW", "5,7,YELLOW", "6,7,RED"})
    void small_tables_have_codes_too(int rank, int ranked, Code code) {
        assertThat(RULES.bands().codeOf(rank, ranked)).isEqualTo(code);
    }

    @Test
    void change_is_told_against_the_table_before() {
        var before = table(entry(1, "A", 10, 9, 0, 0), entry(2, "B", 10, 10, 0, 0), entry(3, "C", 1, 1, 0, 0));

        var table = LeagueTable.of(
                WEEK,
                CUT_OFF,
                RULES,
                List.of(
                        entry(1, "A", 10, 10, 0, 0),
                        entry(2, "B", 10, 9, 0, 0),
                        entry(3, "C", 10, 8, 0, 0),
                        entry(4, "D", 10, 7, 0, 0)),
                before);

        assertThat(table.rows())
                .extracting(Row::unit, Row::rank, Row::lastRank)
                .containsExactly(tuple("A", 1, 2), tuple("B", 2, 1), tuple("C", 3, null), tuple("D", 4, null));
        assertThat(table.rows())
                .extracting(row ->
                        TableView.row(table, row, LeagueTableFixture.WORDS).change())
                .containsExactly("↑1", "↓1", "新", "新");
    }

    @Test
    void scores_of_the_last_twelve_tables_are_kept_and_a_period_without_a_rank_is_a_gap() {
        LeagueTable table = null;
        for (int week = 1; week <= 14; week++) {
            int due = week == 13 ? 1 : 100;
            table = LeagueTable.of(WEEK, CUT_OFF, RULES, List.of(entry(1, "A", due, due == 1 ? 1 : week, 0, 0)), table);
        }

        var row = Objects.requireNonNull(table).rows().get(0);
        assertThat(row.scores()).hasSize(12).endsWith(row.score()).element(10).isNull();
        assertThat(row.earlier().get(0)).hasToString("3.0");
    }

    @Test
    void same_figures_at_another_moment_are_the_same_table_and_other_rules_are_not() {
        var table = LeagueTableFixture.table();
        var later = LeagueTable.of(
                WEEK, CUT_OFF.plusSeconds(3600), RULES, LeagueTableFixture.entries(), LeagueTableFixture.before());
        var stricter = new Rules(
                RULES.version() + 1,
                RULES.weights(),
                RULES.deductions(),
                RULES.minimum(),
                RULES.groups(),
                RULES.bands(),
                RULES.overrides(),
                RULES.consequences(),
                RULES.appealDays(),
                RULES.shown());

        assertThat(later.sameAs(table)).isTrue();
        assertThat(LeagueTable.of(WEEK, CUT_OFF, stricter, LeagueTableFixture.entries(), LeagueTableFixture.before())
                        .sameAs(table))
                .isFalse();
        assertThat(table(entry(1, "A", 4, 4, 0, 0)).sameAs(table(entry(1, "A", 4, 3, 1, 0))))
                .isFalse();
    }

    private static LeagueTable table(Entry... entries) {
        return LeagueTable.of(WEEK, CUT_OFF, RULES, List.of(entries), null);
    }
}
