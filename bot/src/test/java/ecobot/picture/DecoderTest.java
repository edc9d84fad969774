package ecobot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bombs, broken files, and pictures that are merely large. */
class DecoderTest {

    private static final BufferedImage SCENE = PhotoFile.scene(400, 300, new Color(0x3A6B35));

    private final Decoder decoder = new Decoder(TestSettings.ORDINARY);

    @Test
    void sixty_megapixels_are_decoded_into_a_bounded_buffer() throws Exception {
        var large = new BufferedImage(9000, 6700, BufferedImage.TYPE_BYTE_INDEXED);
        large.getGraphics().fillRect(0, 0, 4500, 6700);
        byte[] file = PhotoFile.jpeg(large);

        var decoded = decoder.decode(file, Format.JPEG);

        assertThat(large.getWidth() * large.getHeight() * 3L).isGreaterThan(TestSettings.ORDINARY.decodedBytes() * 3L);
        assertThat(bytesOf(decoded)).isLessThanOrEqualTo(TestSettings.ORDINARY.decodedBytes());
        assertThat(decoded.getWidth()).isGreaterThanOrEqualTo(TestSettings.ORDINARY.longSide());
        assertThat(new Color(decoded.getRGB(10, 10)).getRed()).isGreaterThan(240);
        assertThat(new Color(decoded.getRGB(decoded.getWidth() - 10, 10)).getRed())
                .isLessThan(15);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"JPEG", "PNG", "GIF"})
    void buffer_is_bounded_in_every_format(Format format) throws Exception {
        var frugal = new Decoder(TestSettings.decodedBytes(20_000));

        var decoded = frugal.decode(PhotoFile.written(SCENE, format.name()), format);

        assertThat(bytesOf(decoded)).isBetween(4_000L, 20_000L);
        assertThat(bytesOf(decoder.decode(PhotoFile.written(SCENE, format.name()), format)))
                .isGreaterThan(20_000L);
    }

    @Test
    void declared_size_is_judged_before_anything_is_decoded() {
        assertThat(why(png(50_000, 50_000, 2, new byte[100]), Format.PNG)).isEqualTo(Refusal.TOO_MANY_PIXELS);
        assertThat(why(png(100_000_000, 1, 6, new byte[100]), Format.PNG)).isEqualTo(Refusal.TOO_MANY_PIXELS);
        assertThat(why(png(-5, 10, 6, new byte[100]), Format.PNG)).isEqualTo(Refusal.BROKEN);
        assertThat(why(jpegOf(65_000, 65_000), Format.JPEG)).isEqualTo(Refusal.TOO_MANY_PIXELS);
        assertThat(why(gifOf(65_535, 65_535), Format.GIF)).isEqualTo(Refusal.TOO_MANY_PIXELS);
    }

    @Test
    void bomb_of_zeros_that_declares_few_pixels_is_not_unpacked() throws Exception {
        var decoded = decoder.decode(png(64, 64, 2, new byte[200_000_000]), Format.PNG);

        assertThat(decoded.getWidth()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iTXt", "iCCP"})
    void bomb_in_a_text_or_profile_is_left_out(String type) throws Exception {
        byte[] plain = PhotoFile.written(indexed(), "png");
        byte[] packed = deflated(new byte[200_000_000]);
        byte[] head = (type.equals("iTXt") ? "name\0\1\0\0\0" : "name\0\0").getBytes(StandardCharsets.ISO_8859_1);
        byte[] bomb = ByteBuffer.allocate(head.length + packed.length)
                .put(head)
                .put(packed)
                .array();
        var file = new ByteArrayOutputStream();
        file.write(plain, 0, 33);
        file.write(chunk(type, bomb));
        file.write(plain, 33, plain.length - 33);

        assertThat(decoder.decode(file.toByteArray(), Format.PNG).getWidth()).isEqualTo(30);
        assertThat(PngParts.of(file.toByteArray()).bytes()).hasSizeLessThan(plain.length + 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.3, 0.6, 0.97})
    void file_that_was_cut_short_is_broken(double share) {
        for (var format : new Format[] {Format.JPEG, Format.PNG, Format.GIF}) {
            byte[] whole = PhotoFile.written(SCENE, format.name());

            assertThat(why(Arrays.copyOf(whole, (int) (whole.length * share)), format))
                    .as("%s cut at %s", format, share)
                    .isEqualTo(Refusal.BROKEN);
        }
    }

    @Test
    void damaged_file_is_broken_or_a_picture_and_nothing_else() {
        var random = new Random(7);
        for (var format : new Format[] {Format.JPEG, Format.PNG, Format.GIF}) {
            byte[] whole = PhotoFile.written(SCENE, format.name());
            for (int i = 0; i < 150; i++) {
                byte[] damaged = whole.clone();
                for (int hits = 0; hits < 8; hits++) {
                    int range = i % 2 == 0 ? 200 : whole.length - 12;
                    damaged[12 + random.nextInt(range - 12)] = (byte) random.nextInt();
                }
                try {
                    assertThat(decoder.decode(damaged, format)).isNotNull();
                } catch (Refused refused) {
                    assertThat(refused.why()).isNotNull();
                }
            }
        }
    }

    @Test
    void noise_behind_a_signature_is_broken() {
        byte[] noise = new byte[2000];
        new Random(3).nextBytes(noise);
        for (var format : new Format[] {Format.JPEG, Format.PNG, Format.GIF}) {
            byte[] file = PhotoFile.written(SCENE, format.name());
            System.arraycopy(noise, 0, file, 8, noise.length > file.length - 8 ? file.length - 8 : noise.length);

            assertThat(why(Arrays.copyOf(file, 1500), format)).isIn(Refusal.BROKEN, Refusal.TOO_MANY_PIXELS);
        }
    }

    @Test
    void progressive_photo_is_read_but_has_less_room() throws Exception {
        byte[] photo = progressive(SCENE);
        assertThat(JpegParts.of(photo).progressive()).isTrue();

        assertThat(decoder.decode(photo, Format.JPEG).getWidth()).isEqualTo(400);

        setSize(photo, 8000, 6000);
        assertThat(why(photo, Format.JPEG)).isEqualTo(Refusal.TOO_MANY_PIXELS);
        byte[] baseline = jpegOf(8000, 6000);
        assertThat(decoder.decode(baseline, Format.JPEG).getWidth()).isLessThan(8000);
    }

    @Test
    void photo_that_is_gone_over_without_end_is_broken() {
        byte[] photo = progressive(SCENE);
        int end = photo.length - 2;
        int scan = lastScan(photo);
        var bomb = new ByteArrayOutputStream();
        bomb.write(photo, 0, end);
        for (int i = 0; i < JpegParts.MOST_SCANS; i++) {
            bomb.write(photo, scan, end - scan);
        }
        bomb.write(photo, end, 2);

        assertThat(why(bomb.toByteArray(), Format.JPEG)).isEqualTo(Refusal.BROKEN);
    }

    @Test
    void colours_for_print_and_foreign_formats_are_unreadable() {
        byte[] photo = PhotoFile.jpeg(SCENE);
        photo[frame(photo) + 9] = 4;

        assertThat(why(photo, Format.JPEG)).isEqualTo(Refusal.FORMAT_UNREADABLE);
        assertThat(why(new byte[100], Format.WEBP)).isEqualTo(Refusal.FORMAT_UNREADABLE);
        assertThat(why(new byte[100], Format.HEIC)).isEqualTo(Refusal.FORMAT_UNREADABLE);
    }

    @Test
    void what_is_no_picture_says_so() {
        var pictures = new Pictures(TestSettings.ORDINARY);

        for (var bytes : new byte[][] {
            {}, {1}, "<html>".getBytes(StandardCharsets.UTF_8), "PK\3\4".getBytes(StandardCharsets.UTF_8)
        }) {
            assertThat(pictures.clean(bytes)).isEqualTo(new Cleaned.Refused(Refusal.NOT_A_PICTURE));
        }
        assertThat(pictures.clean(Arrays.copyOf(PhotoFile.jpeg(SCENE), 3)))
                .isEqualTo(new Cleaned.Refused(Refusal.BROKEN));
    }

    private Refusal why(byte[] bytes, Format format) {
        var refused = catchThrowableOfType(Refused.class, () -> decoder.decode(bytes, format));
        assertThat(refused).isNotNull();
        return refused.why();
    }

    private static long bytesOf(BufferedImage image) {
        var buffer = image.getRaster().getDataBuffer();
        return (long) buffer.getSize() * java.awt.image.DataBuffer.getDataTypeSize(buffer.getDataType()) / 8;
    }

    private static BufferedImage indexed() {
        return new BufferedImage(30, 20, BufferedImage.TYPE_BYTE_INDEXED);
    }

    private static byte[] png(int width, int height, int colourType, byte[] unpacked) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        file.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, (byte) colourType, 0, 0, 0})
                        .array()));
        file.writeBytes(chunk("IDAT", deflated(unpacked)));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static byte[] deflated(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(out, new Deflater(1), 1 << 16)) {
            deflating.write(bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] jpegOf(int width, int height) {
        byte[] photo = PhotoFile.jpeg(SCENE);
        setSize(photo, width, height);
        return photo;
    }

    private static byte[] gifOf(int width, int height) {
        byte[] gif = PhotoFile.written(indexed(), "gif");
        gif[6] = (byte) width;
        gif[7] = (byte) (width >> 8);
        gif[8] = (byte) height;
        gif[9] = (byte) (height >> 8);
        return gif;
    }

    private static void setSize(byte[] jpeg, int width, int height) {
        ByteBuffer.wrap(jpeg).putShort(frame(jpeg) + 5, (short) height).putShort(frame(jpeg) + 7, (short) width);
    }

    /** Where the marker of the frame is: the first of its kind, as the writer puts no thumbnail in. */
    private static int frame(byte[] jpeg) {
        for (int i = 2; i < jpeg.length - 1; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && ((jpeg[i + 1] & 0xFF) == 0xC0 || (jpeg[i + 1] & 0xFF) == 0xC2)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no frame");
    }

    private static int lastScan(byte[] jpeg) {
        for (int i = jpeg.length - 2; i > 0; i--) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xDA) {
                return i;
            }
        }
        throw new IllegalArgumentException("no scan");
    }

    private static byte[] progressive(BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
