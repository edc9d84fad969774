package ecobot.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a picture of few colours as a PNG with a palette: a third of the size, and nothing to see of it. By hand, because Java's own writer
 * offers either the speed or the size.
 */
public final class IndexedPng {

    /** Enough for smooth edges of a dozen colours, and two pixels fit into a byte. */
    private static final int COLOURS = 16;

    /** Colours that are nearer to each other, in steps of 256, are one: nobody sees the difference, and each costs bytes. */
    private static final int APART = 20;

    /** Of zlib's nine: the higher ones take several times as long for the last few per cent. */
    private static final int LEVEL = 6;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BITS_PER_PIXEL = 4;
    private static final int PALETTE_TYPE = 3;

    private IndexedPng() {}

    /**
     * Writes a picture of type RGB as integers. The same bytes for the same picture.
     */
    public static byte[] of(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[] palette = palette(pixels);
        try {
            var file = new ByteArrayOutputStream(1 << 17);
            file.write(SIGNATURE);
            chunk(file, "IHDR", header(image.getWidth(), image.getHeight()));
            chunk(file, "PLTE", colours(palette));
            chunk(file, "IDAT", deflated(lines(image.getWidth(), image.getHeight(), pixels, palette)));
            chunk(file, "IEND", new byte[0]);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The commonest colours that differ, commonest first. */
    private static int[] palette(int[] pixels) {
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
        var commonest = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, int[]>comparingByValue(Comparator.comparingInt(n -> -n[0]))
                        .thenComparing(Map.Entry.comparingByKey()))
                .mapToInt(Map.Entry::getKey)
                .toArray();
        int[] palette = new int[COLOURS];
        int size = 0;
        for (int i = 0; i < commonest.length && size < COLOURS; i++) {
            int colour = commonest[i];
            if (IntStream.of(palette).limit(size).allMatch(known -> distance(colour, known) >= APART * APART)) {
                palette[size++] = colour;
            }
        }
        return Arrays.copyOf(palette, size);
    }

    /** Two pixels a byte, and before each line the number of its filter: 0, since neighbours in a palette have nothing in common. */
    private static byte[] lines(int width, int height, int[] pixels, int[] palette) {
        Map<Integer, Byte> indices = new HashMap<>();
        int length = 1 + (width + 1) / 2;
        byte[] lines = new byte[length * height];
        int previous = ~pixels[0];
        byte index = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != previous) {
                previous = pixels[i];
                index = indices.computeIfAbsent(previous, colour -> nearest(colour, palette));
            }
            int x = i % width;
            lines[i / width * length + 1 + x / 2] |= (byte) (x % 2 == 0 ? index << BITS_PER_PIXEL : index);
        }
        return lines;
    }

    private static byte nearest(int colour, int[] palette) {
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
            if (distance(colour, palette[i]) < distance(colour, palette[best])) {
                best = i;
            }
        }
        return (byte) best;
    }

    private static int distance(int one, int other) {
        return square(one, other, 16) + square(one, other, 8) + square(one, other, 0);
    }

    private static int square(int one, int other, int shift) {
        int difference = ((one >> shift) & 0xFF) - ((other >> shift) & 0xFF);
        return difference * difference;
    }

    private static byte[] header(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {BITS_PER_PIXEL, PALETTE_TYPE, 0, 0, 0});
        return bytes.toByteArray();
    }

    private static byte[] colours(int[] palette) {
        byte[] bytes = new byte[3 * palette.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (palette[i / 3] >> (16 - 8 * (i % 3)));
        }
        return bytes;
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        var deflater = new Deflater(LEVEL);
        var out = new ByteArrayOutputStream(1 << 17);
        try (var deflating = new DeflaterOutputStream(out, deflater, 1 << 14)) {
            deflating.write(bytes);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        var out = new DataOutputStream(file);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) checksum.getValue());
    }
}
