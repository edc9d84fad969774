package ecobot.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecobot.ranking.Score.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void weights_are_scaled_to_a_hundred() {
        assertThat(Score.of(List.of(term(50, 10, 10), term(20, 10, 10))).orElseThrow())
                .isEqualByComparingTo("100.0");
        assertThat(Score.of(List.of(term(50, 9, 12), term(20, 6, 12))).orElseThrow())
                .isEqualByComparingTo("67.9");
    }

    @Test
    void term_without_anything_to_count_spreads_its_weight() {
        var spread = Score.of(List.of(term(50, 3, 4), term(20, 0, 0)));

        assertThat(spread.orElseThrow()).isEqualByComparingTo("75.0");
        assertThat(Score.of(List.of(term(50, 3, 4), term(20, 0, 1))).orElseThrow())
                .isEqualByComparingTo("53.6");
    }

    @Test
    void nothing_to_count_at_all_gives_no_score() {
        assertThat(Score.of(List.of(term(50, 0, 0), term(0, 1, 1)))).isEmpty();
    }

    @Test
    void half_of_a_tenth_is_rounded_up_exactly() {
        // 1/8 of 50 and 3/8 of 50 are exactly 25.00; 1/16 is 6.25.
        assertThat(Score.of(List.of(term(1, 1, 16))).orElseThrow()).hasToString("6.3");
        assertThat(Score.of(List.of(term(1, 1, 3), term(1, 1, 6))).orElseThrow())
                .hasToString("25.0");
    }

    @Test
    void one_more_on_time_never_lowers_the_score() {
        for (int due = 1; due <= 30; due++) {
            for (int closed = 1; closed <= due; closed++) {
                for (int onTime = 0; onTime < closed; onTime++) {
                    var less = Score.of(List.of(term(50, onTime, due), term(20, closed, due)));
                    var more = Score.of(List.of(term(50, onTime + 1, due), term(20, closed, due)));
                    assertThat(more.orElseThrow()).isGreaterThanOrEqualTo(less.orElseThrow());
                }
            }
        }
    }

    @Test
    void rate_above_one_is_a_defect() {
        assertThatThrownBy(() -> term(1, 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Term term(int weight, int numerator, int denominator) {
        return new Term("any", weight, numerator, denominator);
    }
}
