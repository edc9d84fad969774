package ecobot.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes pixels and nothing else. The same bytes for the same picture. */
final class Encoder {

    private Encoder() {}

    /** @param quality 0 to 1 */
    static byte[] jpeg(BufferedImage image, float quality) {
        return write(image, Format.JPEG, quality);
    }

    static byte[] png(BufferedImage image) {
        return write(image, Format.PNG, null);
    }

    private static byte[] write(BufferedImage image, Format format, @Nullable Float quality) {
        var writer = ImageIO.getImageWritersByFormatName(format.name()).next();
        var bytes = new ByteArrayOutputStream(1 << 18);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var param = writer.getDefaultWriteParam();
            if (quality != null) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(quality);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
