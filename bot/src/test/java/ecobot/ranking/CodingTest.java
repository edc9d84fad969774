package ecobot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.ranking.Reason.Cause;
import ecobot.ranking.Rules.Overrides;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodingTest {

    private static final Overrides RULES = LeagueTableFixture.RULES.overrides();

    @Test
    void issue_overdue_for_long_is_at_least_yellow_and_for_very_long_red() {
        assertThat(coding(Code.GREEN, overdue(1, 0)).code()).isEqualTo(Code.YELLOW);
        assertThat(coding(Code.GREEN, overdue(3, 2)).reasons())
                .containsExactly(new Reason(Cause.OVERDUE, Code.RED, 2, 15));
        assertThat(coding(Code.GREEN, overdue(0, 0)).code()).isEqualTo(Code.GREEN);
    }

    @Test
    void reason_that_changes_nothing_is_not_told() {
        assertThat(coding(Code.RED, overdue(1, 1)).reasons()).isEmpty();
        assertThat(coding(Code.YELLOW, overdue(1, 0)).reasons()).isEmpty();
    }

    @Test
    void unranked_unit_has_a_code_only_for_what_is_overdue_for_long() {
        assertThat(coding(null, overdue(0, 0)).code()).isNull();
        assertThat(coding(null, overdue(1, 0)).code()).isEqualTo(Code.YELLOW);
    }

    @Test
    void second_yellow_in_a_row_is_red() {
        assertThat(codes("YYY")).containsExactly(Code.YELLOW, Code.RED, Code.YELLOW);
        assertThat(codes("YGY")).containsExactly(Code.YELLOW, Code.GREEN, Code.YELLOW);
        assertThat(series("YY").get(1).reasons()).containsExactly(new Reason(Cause.YELLOWS, Code.RED, 2, 0));
    }

    @Test
    void after_a_red_comes_yellow_and_green_the_period_after() {
        assertThat(codes("RGG")).containsExactly(Code.RED, Code.YELLOW, Code.GREEN);
        assertThat(series("RG").get(1).reasons()).containsExactly(new Reason(Cause.AFTER_RED, Code.YELLOW, 1, 0));
    }

    @Test
    void yellow_that_only_follows_a_red_is_no_first_yellow() {
        assertThat(codes("RGY")).containsExactly(Code.RED, Code.YELLOW, Code.YELLOW);
        assertThat(codes("RYY")).containsExactly(Code.RED, Code.YELLOW, Code.RED);
    }

    @Test
    void reds_in_a_row_are_counted_from_the_last_other_code() {
        assertThat(series("RRRGRR")).extracting(Coding::reds).containsExactly(1, 2, 3, 0, 1, 2);
        assertThat(LeagueTableFixture.RULES.consequenceOf(1)).isEmpty();
        assertThat(LeagueTableFixture.RULES.consequenceOf(2).orElseThrow().text())
                .isEqualTo("建议约谈");
        assertThat(LeagueTableFixture.RULES.consequenceOf(9).orElseThrow().text())
                .isEqualTo("建议挂牌督办");
    }

    @Test
    void yellow_after_red_lasts_as_long_as_the_rules_say() {
        var twice = new Overrides(5, 15, 2, 2);
        var coding = Coding.NONE;
        List<@Nullable Code> codes = new ArrayList<>();
        for (var byRank : List.of(Code.RED, Code.GREEN, Code.GREEN, Code.GREEN)) {
            coding = Coding.of(byRank, overdue(0, 0), twice, coding);
            codes.add(coding.code());
        }
        assertThat(codes).containsExactly(Code.RED, Code.YELLOW, Code.YELLOW, Code.GREEN);
    }

    @Test
    void code_is_never_better_than_by_rank_and_worse_only_with_a_reason() {
        var random = new Random(20261125);
        int worse = 0;
        for (int i = 0; i < 20_000; i++) {
            var rules = new Overrides(
                    random.nextInt(2) * 5, random.nextInt(2) * 15, random.nextInt(2) * 2, random.nextInt(3));
            if (rules.redOverdueDays() != 0 || rules.yellowOverdueDays() == 0 || random.nextBoolean()) {
                var coding = Coding.NONE;
                for (int period = 0; period < 6; period++) {
                    var byRank = Code.values()[random.nextInt(3)];
                    int late = random.nextInt(3);
                    coding = Coding.of(byRank, overdue(late, random.nextInt(late + 1)), rules, coding);
                    assertThat(coding.code()).isGreaterThanOrEqualTo(byRank);
                    assertThat(coding.reasons().isEmpty()).isEqualTo(coding.code() == byRank);
                    worse += coding.code() == byRank ? 0 : 1;
                }
            }
        }
        assertThat(worse).isPositive();
    }

    @Test
    void without_overrides_the_rank_alone_decides() {
        assertThat(Coding.of(Code.GREEN, overdue(5, 5), Overrides.NONE, Coding.first(Code.RED))
                        .code())
                .isEqualTo(Code.GREEN);
    }

    @Test
    void between_two_tables_what_becomes_overdue_makes_a_code_worse_and_what_is_closed_better() {
        var green = coding(Code.GREEN, overdue(0, 0));
        assertThat(Coding.since(green, Code.GREEN, overdue(0, 0), RULES).code()).isEqualTo(Code.GREEN);
        assertThat(Coding.since(green, Code.GREEN, overdue(1, 0), RULES).reasons())
                .containsExactly(new Reason(Cause.OVERDUE, Code.YELLOW, 1, 5));
        var yellow = coding(Code.GREEN, overdue(1, 0));
        assertThat(Coding.since(yellow, Code.GREEN, overdue(0, 0), RULES).code())
                .isEqualTo(Code.GREEN);
        assertThat(Coding.since(yellow, Code.GREEN, overdue(1, 0), RULES))
                .as("one yellow is not two")
                .extracting(Coding::code, Coding::reasons)
                .containsExactly(Code.YELLOW, List.of(new Reason(Cause.OVERDUE, Code.YELLOW, 1, 5)));
        assertThat(Coding.since(coding(null, overdue(1, 0)), null, overdue(0, 0), RULES)
                        .code())
                .isNull();
    }

    @Test
    void between_two_tables_a_red_becomes_yellow_at_best_and_what_a_series_gave_stays() {
        var red = coding(Code.GREEN, overdue(1, 1));
        assertThat(Coding.since(red, Code.GREEN, overdue(0, 0), RULES))
                .extracting(Coding::code, Coding::reasons)
                .containsExactly(Code.YELLOW, List.of(new Reason(Cause.AFTER_RED, Code.YELLOW, 1, 0)));
        var twice = series("YY").get(1);
        assertThat(Coding.since(twice, Code.YELLOW, overdue(0, 0), RULES).code())
                .isEqualTo(Code.RED);
        var after = series("RG").get(1);
        assertThat(Coding.since(after, Code.GREEN, overdue(0, 0), RULES).code()).isEqualTo(Code.YELLOW);
    }

    private static List<@Nullable Code> codes(String byRank) {
        return series(byRank).stream().<@Nullable Code>map(Coding::code).toList();
    }

    /** The codes of periods in a row: G, Y or R by rank. */
    private static List<Coding> series(String byRank) {
        List<Coding> series = new ArrayList<>();
        var coding = Coding.NONE;
        for (var letter : byRank.split("")) {
            var code = Arrays.stream(Code.values())
                    .filter(c -> c.name().startsWith(letter))
                    .findFirst()
                    .orElseThrow();
            coding = Coding.of(code, overdue(0, 0), RULES, coding);
            series.add(coding);
        }
        return series;
    }

    private static Coding coding(@Nullable Code byRank, Figures figures) {
        return Coding.of(byRank, figures, RULES, Coding.NONE);
    }

    private static Figures overdue(int forLong, int forVeryLong) {
        var none = Figures.Share.NONE;
        return new Figures(9, 9, 0, forLong, forLong, forVeryLong, none, none, none, 0, 0);
    }
}
