package ecobot.ranking;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Writes a picture of few colours as a PNG with a palette: a third of the size, and nothing to see of it. */
final class IndexedPng {

    /** Enough for smooth edges of a dozen colours; each further one costs bytes and shows nowhere. */
    private static final int COLOURS = 64;

    private IndexedPng() {}

    /** The same bytes for the same picture. */
    static byte[] of(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        var counts = count(pixels);
        int[] palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, int[]>comparingByValue(Comparator.comparingInt(n -> -n[0]))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        return write(indexed(image.getWidth(), image.getHeight(), pixels, palette));
    }

    private static Map<Integer, int[]> count(int[] pixels) {
        Map<Integer, int[]> counts = new HashMap<>();
        int previous = ~pixels[0];
        int[] count = {};
        for (int pixel : pixels) {
            if (pixel != previous) {
                count = counts.computeIfAbsent(pixel, unused -> new int[1]);
                previous = pixel;
            }
            count[0]++;
        }
        return counts;
    }

    private static BufferedImage indexed(int width, int height, int[] pixels, int[] palette) {
        Map<Integer, Byte> indices = new HashMap<>();
        for (int i = 0; i < palette.length; i++) {
            indices.put(palette[i], (byte) i);
        }
        var model = new IndexColorModel(
                8, COLOURS, Arrays.copyOf(palette, COLOURS), 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] out = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int previous = ~pixels[0];
        byte index = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != previous) {
                previous = pixels[i];
                index = indices.computeIfAbsent(previous, colour -> nearest(colour, palette));
            }
            out[i] = index;
        }
        return image;
    }

    private static byte nearest(int colour, int[] palette) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int distance =
                    square(colour, palette[i], 16) + square(colour, palette[i], 8) + square(colour, palette[i], 0);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return (byte) best;
    }

    private static int square(int one, int other, int shift) {
        int difference = ((one >> shift) & 0xFF) - ((other >> shift) & 0xFF);
        return difference * difference;
    }

    private static byte[] write(BufferedImage image) {
        // The default is a cache file in the temporary folder.
        ImageIO.setUseCache(false);
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        try (var out = new ByteArrayOutputStream(1 << 17);
                var stream = ImageIO.createImageOutputStream(out)) {
            var smallest = writer.getDefaultWriteParam();
            smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            smallest.setCompressionQuality(0);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), smallest);
            stream.flush();
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
    }
}
