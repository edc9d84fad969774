package ecobot.picture;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Turns bytes into pixels within a fixed amount of memory. What a file declares is judged before anything is decoded; what is allowed but large
 * is decoded at a fraction of its size, row by row.
 */
final class Decoder {

    /** JPEG has no longer one. In other formats a single row could be larger than all memory. */
    private static final int LONGEST_SIDE = 65_535;

    private final PictureSettings settings;

    Decoder(PictureSettings settings) {
        this.settings = settings;
    }

    /**
     * Decodes a picture, as it is stored.
     *
     * @return in the file's own colours, in a buffer of at most {@link PictureSettings#decodedBytes}
     */
    BufferedImage decode(byte[] bytes, Format format) throws Refused {
        byte[] checked = check(bytes, format);
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(checked))) {
            reader.setInput(in, true, true);
            return read(reader);
        } catch (IOException | RuntimeException e) {
            // Damaged files end in anything, an index out of bounds included.
            throw new Refused(Refusal.BROKEN, e);
        } finally {
            reader.dispose();
        }
    }

    private BufferedImage read(ImageReader reader) throws IOException, Refused {
        var size = new Dimension(reader.getWidth(0), reader.getHeight(0));
        check(size, settings.maxPixels());
        var types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            throw new Refused(Refusal.FORMAT_UNREADABLE);
        }
        int step = step(size, bytesPerPixel(types.next()));
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    /** Every n-th pixel of every n-th row, so that the rest fits. */
    private int step(Dimension size, int bytesPerPixel) {
        int step = 1;
        while (reduced(size.width, step) * reduced(size.height, step) * bytesPerPixel > settings.decodedBytes()) {
            step++;
        }
        return step;
    }

    private static long reduced(int side, int step) {
        return (side + step - 1L) / step;
    }

    private static int bytesPerPixel(ImageTypeSpecifier type) {
        var model = type.getSampleModel();
        int bits = 0;
        for (int band = 0; band < model.getNumBands(); band++) {
            bits += Math.max(8, model.getSampleSize(band));
        }
        return bits / 8;
    }

    /** Refuses what must not be decoded; answers what may. */
    private byte[] check(byte[] bytes, Format format) throws Refused {
        return switch (format) {
            case JPEG -> checkedJpeg(bytes);
            case PNG -> checkedPng(bytes);
            case GIF -> checkedGif(bytes);
            default -> throw new Refused(Refusal.FORMAT_UNREADABLE);
        };
    }

    private byte[] checkedJpeg(byte[] bytes) throws Refused {
        var parts = JpegParts.of(bytes);
        if (parts == null) {
            throw new Refused(Refusal.BROKEN);
        }
        check(
                new Dimension(parts.width(), parts.height()),
                parts.progressive() ? settings.maxProgressivePixels() : settings.maxPixels());
        if (!parts.complete() || parts.scans() > JpegParts.MOST_SCANS) {
            throw new Refused(Refusal.BROKEN);
        }
        if (parts.components() > 3) {
            throw new Refused(Refusal.FORMAT_UNREADABLE);
        }
        return bytes;
    }

    private byte[] checkedPng(byte[] bytes) throws Refused {
        var parts = PngParts.of(bytes);
        if (!parts.complete()) {
            throw new Refused(Refusal.BROKEN);
        }
        return parts.bytes();
    }

    /** The canvas, which need not be as small as the picture on it. */
    private byte[] checkedGif(byte[] bytes) throws Refused {
        if (bytes.length < 10) {
            throw new Refused(Refusal.BROKEN);
        }
        var header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        check(new Dimension(header.getShort(6) & 0xFFFF, header.getShort(8) & 0xFFFF), settings.maxPixels());
        return bytes;
    }

    private static void check(Dimension size, long most) throws Refused {
        if (Math.max(size.width, size.height) > LONGEST_SIDE || (long) size.width * size.height > most) {
            throw new Refused(Refusal.TOO_MANY_PIXELS);
        }
        if (size.width < 1 || size.height < 1) {
            throw new Refused(Refusal.BROKEN);
        }
    }
}
