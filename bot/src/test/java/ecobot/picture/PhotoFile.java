package ecobot.picture;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Photos for tests: drawn, and with what a camera writes into them. */
public final class PhotoFile {

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    private PhotoFile() {}

    /** A scene: sky, ground in {@code colour}, and a red square in the upper left corner. */
    public static BufferedImage scene(int width, int height, Color colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0xBFD9F0), 0, height, new Color(0xF2F6F8)));
        pen.fillRect(0, 0, width, height);
        pen.setColor(colour);
        pen.fillRect(0, height * 3 / 5, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 4, height / 4);
        pen.dispose();
        return image;
    }

    public static byte[] jpeg(BufferedImage image) {
        return Encoder.jpeg(image, 0.9f);
    }

    public static byte[] written(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The JPEG with EXIF in it.
     *
     * @param taken as EXIF writes it, {@code 2026:11:03 09:15:00}; null for none
     * @param position in the north and east; null for none
     */
    public static byte[] withExif(byte[] jpeg, int orientation, @Nullable String taken, @Nullable Position position) {
        byte[] tiff = tiff(orientation, taken, position);
        var app1 = ByteBuffer.allocate(10 + tiff.length);
        app1.putShort((short) 0xFFE1).putShort((short) (8 + tiff.length));
        app1.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(tiff);
        return ByteBuffer.allocate(jpeg.length + app1.capacity())
                .put(jpeg, 0, 2)
                .put(app1.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** Three directories at fixed places, their values behind them. */
    private static byte[] tiff(int orientation, @Nullable String taken, @Nullable Position position) {
        var tiff = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8);
        int shot = 100;
        int gps = 150;
        tiff.position(8).putShort((short) 3);
        entry(tiff, 0x0112, SHORT, 1, orientation);
        entry(tiff, 0x8769, LONG, 1, shot);
        entry(tiff, 0x8825, LONG, 1, gps);
        tiff.position(shot).putShort((short) (taken == null ? 0 : 1));
        if (taken != null) {
            entry(tiff, 0x9003, ASCII, 20, 300);
            tiff.position(300).put(taken.getBytes(StandardCharsets.ISO_8859_1));
        }
        tiff.position(gps).putShort((short) (position == null ? 0 : 4));
        if (position != null) {
            entry(tiff, 1, ASCII, 2, 'N');
            entry(tiff, 2, RATIONAL, 3, 330);
            entry(tiff, 3, ASCII, 2, 'E');
            entry(tiff, 4, RATIONAL, 3, 360);
            degrees(tiff.position(330), position.latitude());
            degrees(tiff.position(360), position.longitude());
        }
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void degrees(ByteBuffer tiff, double degrees) {
        int whole = (int) degrees;
        int minutes = (int) ((degrees - whole) * 60);
        double seconds = ((degrees - whole) * 60 - minutes) * 60;
        tiff.putInt(whole).putInt(1).putInt(minutes).putInt(1);
        tiff.putInt((int) Math.round(seconds * 10_000)).putInt(10_000);
    }
}
