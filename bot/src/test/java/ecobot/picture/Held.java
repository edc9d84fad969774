package ecobot.picture;

import java.awt.image.BufferedImage;

/** How a camera stores what it sees, by the definition of each EXIF value: where its row 0 and its column 0 lie in what is seen. */
final class Held {

    private Held() {}

    static BufferedImage as(int orientation, BufferedImage seen) {
        boolean turned = orientation >= 5;
        int width = turned ? seen.getHeight() : seen.getWidth();
        int height = turned ? seen.getWidth() : seen.getHeight();
        var stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                stored.setRGB(column, row, pixel(orientation, seen, row, column));
            }
        }
        return stored;
    }

    private static int pixel(int orientation, BufferedImage seen, int row, int column) {
        int right = seen.getWidth() - 1;
        int bottom = seen.getHeight() - 1;
        return switch (orientation) {
            case 1 -> seen.getRGB(column, row); // row 0 is the top, column 0 the left
            case 2 -> seen.getRGB(right - column, row); // top, right
            case 3 -> seen.getRGB(right - column, bottom - row); // bottom, right
            case 4 -> seen.getRGB(column, bottom - row); // bottom, left
            case 5 -> seen.getRGB(row, column); // left, top
            case 6 -> seen.getRGB(right - row, column); // right, top
            case 7 -> seen.getRGB(right - row, bottom - column); // right, bottom
            case 8 -> seen.getRGB(row, bottom - column); // left, bottom
            default -> throw new IllegalArgumentException("EXIF has eight orientations");
        };
    }
}
