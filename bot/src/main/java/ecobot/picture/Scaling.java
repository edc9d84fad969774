package ecobot.picture;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller, in plain RGB; what was transparent is white. */
final class Scaling {

    private Scaling() {}

    /** The picture with a long side of at most {@code longSide} pixels; one that is small enough keeps its size. */
    static BufferedImage down(BufferedImage image, int longSide) {
        int from = Math.max(image.getWidth(), image.getHeight());
        double factor = Math.min(1, longSide / (double) from);
        return to(image, side(image.getWidth() * factor), side(image.getHeight() * factor));
    }

    /** By halves as long as that is possible: a single large step would skip pixels. */
    private static BufferedImage to(BufferedImage image, int width, int height) {
        var smaller = image;
        while (smaller.getWidth() >= 2 * width && smaller.getHeight() >= 2 * height) {
            smaller = drawn(smaller, side(smaller.getWidth() / 2.0), side(smaller.getHeight() / 2.0));
        }
        boolean done = smaller.getWidth() == width
                && smaller.getHeight() == height
                && smaller.getType() == BufferedImage.TYPE_INT_RGB;
        return done ? smaller : drawn(smaller, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return drawn;
    }

    private static int side(double pixels) {
        return Math.max(1, (int) Math.round(pixels));
    }
}
