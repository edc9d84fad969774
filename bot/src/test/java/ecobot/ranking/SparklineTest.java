package ecobot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SparklineTest {

    private static final Rectangle2D BOX = new Rectangle2D.Double(100, 50, 110, 20);

    @Test
    void one_scale_for_all_and_the_last_score_at_the_right() {
        var good = scores("90", "95", "100");
        var bad = scores("60", "70");

        var line = Sparkline.of(List.of(good, bad)).orElseThrow();

        assertThat(line.end(good, BOX).orElseThrow()).satisfies(end -> {
            assertThat(end.getX()).isEqualTo(210);
            assertThat(end.getY()).isEqualTo(50);
        });
        assertThat(line.end(bad, BOX).orElseThrow().getY()).isEqualTo(65);
        assertThat(bounds(line.parts(bad, BOX))).isEqualTo(new Rectangle2D.Double(155, 65, 55, 5));
    }

    @Test
    void line_has_a_gap_where_the_unit_was_not_ranked() {
        var scores = scores("90", "95", "", "100", "80", "");

        var line = Sparkline.of(List.of(scores)).orElseThrow();

        assertThat(line.parts(scores, BOX)).hasSize(2);
        assertThat(line.end(scores, BOX)).isEmpty();
    }

    @Test
    void first_table_has_no_lines_and_equal_scores_lie_in_the_middle() {
        assertThat(Sparkline.of(List.of(List.of(), List.of()))).isEmpty();
        assertThat(Sparkline.of(List.of(scores("", "")))).isEmpty();

        var same = scores("80", "80");
        assertThat(Sparkline.of(List.of(same))
                        .orElseThrow()
                        .end(same, BOX)
                        .orElseThrow()
                        .getY())
                .isEqualTo(60);
    }

    private static Rectangle2D bounds(List<Shape> parts) {
        assertThat(parts).hasSize(1);
        return parts.get(0).getBounds2D();
    }

    private static List<@Nullable BigDecimal> scores(String... scores) {
        return Arrays.stream(scores)
                .<@Nullable BigDecimal>map(score -> score.isEmpty() ? null : new BigDecimal(score))
                .toList();
    }
}
