package ecobot.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Draws two pictures side by side under one heading, for a phone: before is on the left, after on the right, both of one height, each with its
 * caption above it. The same pictures and words give the same bytes.
 */
@Component
public class PairPicture {

    /** Points; a point is {@link Sheet#SCALE} pixels. */
    private static final int WIDTH = 800;

    private static final int HEADING = 66;
    private static final double HEADING_WIDTH = WIDTH - 36;
    private static final Font HEADING_FONT = ChineseFont.bold(32);
    /** A heading is written smaller to fit, but not so small that nobody can read it; then its end gives way. */
    private static final double MOST_SHRINKING = 1.4;

    private static final int CAPTION = 52;
    private static final int GAP = 6;
    private static final int TALLEST = 720;
    /** Of width to height. What is wider or narrower gets a margin. */
    private static final double NARROWEST = 0.55;

    private static final double WIDEST = 1.9;

    private static final int LARGEST = 300_000;
    private static final float[] QUALITIES = {0.85f, 0.75f, 0.65f, 0.5f};
    private static final double SMALLER = 0.75;

    private static final Color BAND = new Color(0x12504A);
    private static final Color BEFORE = new Color(0x9A3412);
    private static final Color AFTER = new Color(0x166534);
    private static final Color MARGIN = new Color(0xE6EBEB);

    private final Pictures pictures;

    PairPicture(Pictures pictures) {
        this.pictures = pictures;
    }

    /**
     * One of the two.
     *
     * @param caption short: what it shows, and when
     * @param picture the bytes of a picture
     */
    public record Side(String caption, byte[] picture) {}

    /**
     * Draws the pair.
     *
     * @return a JPEG, 1600 pixels wide and some 300 KB at most; empty when one of the pictures cannot be decoded
     */
    public Optional<byte[]> draw(String heading, Side before, Side after) {
        int side = WIDTH * Sheet.SCALE;
        return pictures.open(before.picture(), side)
                .flatMap(left -> pictures.open(after.picture(), side)
                        .map(right -> small(drawn(heading, new Panel(before, left), new Panel(after, right)))));
    }

    private static BufferedImage drawn(String heading, Panel left, Panel right) {
        double height = Math.min(TALLEST, (WIDTH - GAP) / (left.aspect() + right.aspect()));
        double share = left.aspect() / (left.aspect() + right.aspect());
        double leftWidth = Math.rint((WIDTH - GAP) * share);
        int top = HEADING + CAPTION;
        try (var sheet = new Sheet(WIDTH, top + (int) Math.rint(height), Color.WHITE)) {
            sheet.fill(new Rectangle2D.Double(0, 0, WIDTH, HEADING), BAND);
            sheet.fitted(shortened(heading), 18, 45, HEADING_WIDTH, HEADING_FONT, Color.WHITE);
            left.draw(sheet, new Rectangle2D.Double(0, top, leftWidth, height), BEFORE);
            right.draw(sheet, new Rectangle2D.Double(leftWidth + GAP, top, WIDTH - GAP - leftWidth, height), AFTER);
            return sheet.image();
        }
    }

    private static String shortened(String heading) {
        var text = heading;
        int end = heading.codePointCount(0, heading.length());
        while (Sheet.width(text, HEADING_FONT) > HEADING_WIDTH * MOST_SHRINKING) {
            text = heading.substring(0, heading.offsetByCodePoints(0, --end)) + "\u2026";
        }
        return text;
    }

    /** Rather less sharp than too large to be seen soon. */
    private static byte[] small(BufferedImage pair) {
        byte[] file = {};
        for (float quality : QUALITIES) {
            file = Encoder.jpeg(pair, quality);
            if (file.length <= LARGEST) {
                return file;
            }
        }
        int longSide = Math.max(pair.getWidth(), pair.getHeight());
        return longSide < WIDTH ? file : small(Scaling.down(pair, (int) (longSide * SMALLER)));
    }

    private record Panel(Side side, BufferedImage image) {

        double aspect() {
            double aspect = image.getWidth() / (double) image.getHeight();
            return Math.max(NARROWEST, Math.min(WIDEST, aspect));
        }

        void draw(Sheet sheet, Rectangle2D box, Color colour) {
            sheet.fill(new Rectangle2D.Double(box.getX(), box.getY() - CAPTION, box.getWidth(), CAPTION), colour);
            sheet.fitted(
                    side.caption(),
                    box.getX() + 18,
                    box.getY() - 16,
                    box.getWidth() - 36,
                    ChineseFont.bold(28),
                    Color.WHITE);
            sheet.fill(box, MARGIN);
            sheet.picture(image, box);
        }
    }
}
