package ecobot.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A sheet to draw on, in points; drawn at twice the resolution. Remembers the words that it was given. */
public final class Sheet implements AutoCloseable {

    /** Pixels per point. */
    public static final int SCALE = 2;

    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private final BufferedImage image;
    private final Graphics2D pen;
    private final List<String> words = new ArrayList<>();

    /** An empty sheet, sizes in points. */
    public Sheet(int width, int height, Color ground) {
        image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(SCALE, SCALE);
        fill(new Rectangle2D.Double(0, 0, width, height), ground);
    }

    public void fill(Shape shape, Color colour) {
        pen.setColor(colour);
        pen.fill(shape);
    }

    /** Draws the line of a shape, round at its ends and corners. */
    public void line(Shape shape, double width, Color colour) {
        pen.setColor(colour);
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
    }

    /** Draws a picture as large as {@code box} allows, in its middle. */
    void picture(BufferedImage picture, Rectangle2D box) {
        double factor = Math.min(box.getWidth() / picture.getWidth(), box.getHeight() / picture.getHeight());
        double width = picture.getWidth() * factor;
        double height = picture.getHeight() * factor;
        var place = AffineTransform.getTranslateInstance(
                box.getX() + (box.getWidth() - width) / 2, box.getY() + (box.getHeight() - height) / 2);
        place.scale(factor, factor);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, place, null);
    }

    /** Writes from {@code x} to the right; {@code y} is the base line. */
    public void left(String text, double x, double y, Font font, Color colour) {
        var drawable = ChineseFont.drawable(text);
        words.add(text);
        pen.setFont(font);
        pen.setColor(colour);
        pen.drawString(drawable, (float) x, (float) y);
    }

    /** Writes so that the text ends at {@code x}. */
    public void right(String text, double x, double y, Font font, Color colour) {
        left(text, x - width(text, font), y, font, colour);
    }

    /** Writes so that the middle of the text is at {@code x}. */
    public void centred(String text, double x, double y, Font font, Color colour) {
        left(text, x - width(text, font) / 2, y, font, colour);
    }

    /** Writes as large as {@code width} allows, {@code font}'s size at most. */
    public void fitted(String text, double x, double y, double width, Font font, Color colour) {
        double needed = width(text, font);
        var fitting = needed <= width ? font : font.deriveFont((float) (font.getSize2D() * width / needed));
        left(text, x, y, fitting, colour);
    }

    /** How wide {@code text} gets, in points. */
    public static double width(String text, Font font) {
        return font.getStringBounds(ChineseFont.drawable(text), MEASURE).getWidth();
    }

    /** Breaks {@code text} into lines of at most {@code width}. Chinese breaks anywhere but before a closing mark. */
    public static List<String> lines(String text, double width, Font font) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            var next = Character.toString(c);
            if (width(line + next, font) > width && !isClosing(c)) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(next);
        }
        lines.add(line.toString());
        return lines;
    }

    private static boolean isClosing(int c) {
        int type = Character.getType(c);
        return type == Character.OTHER_PUNCTUATION || type == Character.END_PUNCTUATION;
    }

    /** What was written, in order. */
    public List<String> words() {
        return List.copyOf(words);
    }

    /** What was drawn so far; not a copy. */
    public BufferedImage image() {
        return image;
    }

    @Override
    public void close() {
        pen.dispose();
    }
}
