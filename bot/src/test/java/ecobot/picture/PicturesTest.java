package ecobot.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

    private static final Color GROUND = new Color(0x3A6B35);
    private static final Position XINFENG = new Position(30.7512, 120.7613);

    private final Pictures pictures = new Pictures(TestSettings.ORDINARY);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_way_to_hold_a_camera_comes_out_upright(int orientation) throws Exception {
        var seen = PhotoFile.scene(400, 300, GROUND);
        var stored = PhotoFile.jpeg(Held.as(orientation, seen));

        var shown =
                image(clean(PhotoFile.withExif(stored, orientation, null, null)).bytes());

        assertThat(shown.getWidth()).isEqualTo(400);
        assertThat(shown.getHeight()).isEqualTo(300);
        assertThat(near(shown, 20, 20, Color.RED)).isTrue();
        assertThat(near(shown, 380, 20, Color.RED)).isFalse();
        assertThat(near(shown, 20, 280, GROUND)).isTrue();
        assertThat(near(shown, 380, 280, GROUND)).isTrue();
    }

    @Test
    void without_the_tag_a_turned_photo_stays_turned() throws Exception {
        var stored = PhotoFile.jpeg(Held.as(6, PhotoFile.scene(400, 300, GROUND)));

        assertThat(image(clean(stored).bytes()).getWidth()).isEqualTo(300);
    }

    @Test
    void what_the_camera_wrote_is_read_and_then_gone() {
        var photo = PhotoFile.withExif(
                PhotoFile.jpeg(PhotoFile.scene(400, 300, GROUND)), 1, "2026:11:03 09:15:00", XINFENG);
        assertThat(text(photo)).contains("Exif", "2026:11:03");

        var shown = clean(photo);

        assertThat(shown.takenAt()).isEqualTo(Instant.parse("2026-11-03T01:15:00Z"));
        assertThat(shown.position().latitude()).isCloseTo(30.7512, org.assertj.core.api.Assertions.within(1e-5));
        assertThat(shown.position().longitude()).isCloseTo(120.7613, org.assertj.core.api.Assertions.within(1e-5));
        assertThat(text(shown.bytes())).doesNotContain("Exif", "2026:11:03");
        assertThat(text(shown.thumbnail())).doesNotContain("Exif", "2026:11:03");
        assertThat(CameraData.of(shown.bytes())).isEqualTo(CameraData.NONE);
    }

    @Test
    void camera_that_knew_nothing_says_nothing() {
        var photo = PhotoFile.withExif(
                PhotoFile.jpeg(PhotoFile.scene(40, 30, GROUND)), 1, "0000:00:00 00:00:00", new Position(0, 0));

        var shown = clean(photo);

        assertThat(shown.takenAt()).isNull();
        assertThat(shown.position()).isNull();
    }

    @Test
    void broken_metadata_does_not_cost_the_photo() {
        var photo = PhotoFile.withExif(PhotoFile.jpeg(PhotoFile.scene(40, 30, GROUND)), 1, null, XINFENG);
        int end = 12 + 400;
        var random = new java.util.Random(5);
        for (int i = 0; i < 300; i++) {
            var damaged = photo.clone();
            for (int hits = 0; hits < 12; hits++) {
                damaged[12 + random.nextInt(end - 12)] = (byte) random.nextInt();
            }

            assertThat(pictures.clean(damaged)).isInstanceOf(Cleaned.Picture.class);
        }
    }

    @Test
    void large_photo_is_made_smaller_and_gets_a_thumbnail() throws Exception {
        var shown = clean(PhotoFile.jpeg(PhotoFile.scene(4000, 3000, GROUND)));

        assertThat(shown.contentType()).isEqualTo("image/jpeg");
        assertThat(image(shown.bytes())).returns(2560, BufferedImage::getWidth).returns(1920, BufferedImage::getHeight);
        assertThat(image(shown.thumbnail()))
                .returns(320, BufferedImage::getWidth)
                .returns(240, BufferedImage::getHeight);
    }

    @Test
    void screenshot_stays_sharp_and_what_was_transparent_is_white() throws Exception {
        var screenshot = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
        screenshot.setRGB(10, 10, 0xFF123456);

        var shown = clean(PhotoFile.written(screenshot, "png"));

        assertThat(shown.contentType()).isEqualTo("image/png");
        assertThat(image(shown.bytes()).getRGB(10, 10)).isEqualTo(0xFF123456);
        assertThat(image(shown.bytes()).getRGB(30, 30)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void photo_that_comes_as_png_is_kept_as_jpeg() {
        var noise = new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB);
        var random = new java.util.Random(1);
        for (int i = 0; i < 900 * 700; i++) {
            noise.setRGB(i % 900, i / 900, random.nextInt(1 << 24));
        }

        assertThat(clean(PhotoFile.written(noise, "png")).contentType()).isEqualTo("image/jpeg");
    }

    @Test
    void deep_colours_grey_and_animations_are_shown() throws Exception {
        var grey = new BufferedImage(30, 20, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setSample(3, 3, 0, 0xFFFF);
        var indexed = new BufferedImage(30, 20, BufferedImage.TYPE_BYTE_INDEXED);
        indexed.setRGB(3, 3, 0xFFFFFF);

        assertThat(image(clean(PhotoFile.written(grey, "png")).bytes()).getRGB(3, 3) & 0xFF)
                .isEqualTo(0xFF);
        assertThat(image(clean(PhotoFile.written(indexed, "gif")).bytes()).getRGB(3, 3) & 0xFF)
                .isEqualTo(0xFF);
    }

    @Test
    void file_that_is_a_picture_and_something_else_leaves_as_a_picture_only() {
        var photo = PhotoFile.jpeg(PhotoFile.scene(40, 30, GROUND));
        var archive = "PK\3\4 secret".getBytes(StandardCharsets.ISO_8859_1);
        var both = java.util.Arrays.copyOf(photo, photo.length + archive.length);
        System.arraycopy(archive, 0, both, photo.length, archive.length);

        assertThat(text(clean(both).bytes())).doesNotContain("secret");
    }

    @Test
    void same_bytes_become_the_same_picture() {
        var photo = PhotoFile.jpeg(PhotoFile.scene(400, 300, GROUND));

        assertThat(clean(photo).bytes()).isEqualTo(clean(photo).bytes());
    }

    private Cleaned.Picture clean(byte[] bytes) {
        return assertThat(pictures.clean(bytes))
                .asInstanceOf(type(Cleaned.Picture.class))
                .actual();
    }

    private static BufferedImage image(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static boolean near(BufferedImage image, int x, int y, Color expected) {
        var found = new Color(image.getRGB(x, y));
        return Math.abs(found.getRed() - expected.getRed()) < 24
                && Math.abs(found.getGreen() - expected.getGreen()) < 24
                && Math.abs(found.getBlue() - expected.getBlue()) < 24;
    }
}
