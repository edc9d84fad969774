package ecobot.picture;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** How a camera was held: the eight values of EXIF, by where row 0 and column 0 of the stored picture belong. */
enum Orientation {
    TOP_LEFT,
    TOP_RIGHT,
    BOTTOM_RIGHT,
    BOTTOM_LEFT,
    LEFT_TOP,
    RIGHT_TOP,
    RIGHT_BOTTOM,
    LEFT_BOTTOM;

    /** The value of the EXIF tag; anything unknown is upright. */
    static Orientation of(int tag) {
        return tag >= 1 && tag <= 8 ? values()[tag - 1] : TOP_LEFT;
    }

    /** The picture as it was seen. */
    BufferedImage upright(BufferedImage stored) {
        if (this == TOP_LEFT) {
            return stored;
        }
        int width = stored.getWidth();
        int height = stored.getHeight();
        boolean turned = ordinal() >= LEFT_TOP.ordinal();
        var upright = new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = upright.createGraphics();
        pen.drawImage(stored, transform(width, height), null);
        pen.dispose();
        return upright;
    }

    private AffineTransform transform(double width, double height) {
        return switch (this) {
            case TOP_LEFT -> new AffineTransform();
            case TOP_RIGHT -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case BOTTOM_RIGHT -> new AffineTransform(-1, 0, 0, -1, width, height);
            case BOTTOM_LEFT -> new AffineTransform(1, 0, 0, -1, 0, height);
            case LEFT_TOP -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case RIGHT_TOP -> new AffineTransform(0, 1, -1, 0, height, 0);
            case RIGHT_BOTTOM -> new AffineTransform(0, -1, -1, 0, height, width);
            case LEFT_BOTTOM -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}
