package ecobot.ranking;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of several units' scores, all to one scale: the lowest score of all is at the bottom, the highest at the top. The last score is at
 * the right; where a unit was not ranked its line has a gap.
 *
 * @param lowest score of all
 * @param highest likewise
 * @param most how many scores the longest line has, 2 or more
 */
record Sparkline(double lowest, double highest, int most) {

    /** How long a score between two gaps is. */
    private static final double DOT = 0.01;

    /** Empty when nobody has two scores to draw a line between. */
    static Optional<Sparkline> of(List<List<@Nullable BigDecimal>> lines) {
        int most = lines.stream().mapToInt(List::size).max().orElse(0);
        var scores = lines.stream()
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .summaryStatistics();
        return most < 2 || scores.getCount() == 0
                ? Optional.empty()
                : Optional.of(new Sparkline(scores.getMin(), scores.getMax(), most));
    }

    /** The pieces of a unit's line within a box. */
    List<Shape> parts(List<@Nullable BigDecimal> scores, Rectangle2D box) {
        List<Shape> parts = new ArrayList<>();
        Path2D.@Nullable Double part = null;
        for (int i = 0; i < scores.size(); i++) {
            var score = scores.get(i);
            if (score == null) {
                part = null;
                continue;
            }
            var point = at(scores.size() - i, score, box);
            if (part == null) {
                part = new Path2D.Double();
                part.moveTo(point.getX(), point.getY());
                part.lineTo(point.getX() + DOT, point.getY());
                parts.add(part);
            } else {
                part.lineTo(point.getX(), point.getY());
            }
        }
        return parts;
    }

    /** Where a unit's line ends; empty when it is not ranked now. */
    Optional<Point2D> end(List<@Nullable BigDecimal> scores, Rectangle2D box) {
        var last = scores.isEmpty() ? null : scores.get(scores.size() - 1);
        return last == null ? Optional.empty() : Optional.of(at(1, last, box));
    }

    /** @param fromRight 1 for the last score */
    private Point2D at(int fromRight, BigDecimal score, Rectangle2D box) {
        double part = highest == lowest ? 0.5 : (score.doubleValue() - lowest) / (highest - lowest);
        return new Point2D.Double(
                box.getMaxX() - (fromRight - 1) * box.getWidth() / (most - 1), box.getMaxY() - part * box.getHeight());
    }
}
