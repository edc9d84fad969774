package ecobot.picture;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.picture.PairPicture.Side;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairPictureTest {

    private static final String HEADING = "#12 新丰镇 · 竹林村东侧河道";
    private static final String LONG_HEADING = HEADING + "与横港桥之间".repeat(20);

    private final PairPicture pairs = new PairPicture(TestSettings.pictures());

    @Test
    void before_is_left_and_after_is_right() throws Exception {
        byte[] pair = pairs.draw(
                        HEADING,
                        new Side("整改前 11月3日", PhotoFile.jpeg(filled(1200, 1600, Color.ORANGE))),
                        new Side("整改后 11月20日", PhotoFile.jpeg(filled(1200, 1600, Color.BLUE))))
                .orElseThrow();

        var drawn = ImageIO.read(new ByteArrayInputStream(pair));
        assertThat(drawn.getWidth()).isEqualTo(1600);
        int middle = drawn.getHeight() / 2 + 100;
        assertThat(new Color(drawn.getRGB(400, middle)).getRed()).isGreaterThan(200);
        assertThat(new Color(drawn.getRGB(1200, middle)).getBlue()).isGreaterThan(200);
        assertThat(pair).hasSizeLessThan(300_000);
    }

    @ParameterizedTest
    @CsvSource({"1600, 1200, 1600, 1200", "1200, 1600, 1600, 1200", "3000, 400, 400, 3000", "60, 60, 2560, 1440"})
    void whatever_their_shapes_it_stays_small_enough(int width, int height, int otherWidth, int otherHeight)
            throws Exception {
        byte[] pair = pairs.draw(
                        width == 60 ? LONG_HEADING : HEADING,
                        new Side("整改前 11月3日", PhotoFile.jpeg(river(width, height, true))),
                        new Side("整改后 11月20日", PhotoFile.jpeg(river(otherWidth, otherHeight, false))))
                .orElseThrow();

        assertThat(pair).hasSizeLessThan(300_000);
        assertThat(ImageIO.read(new ByteArrayInputStream(pair)).getWidth()).isBetween(800, 1600);
        Files.write(Files.createDirectories(Path.of("target/pictures")).resolve("pair-" + width + ".jpg"), pair);
    }

    @Test
    void noise_from_edge_to_edge_is_small_enough_too() {
        var noise = filled(1600, 1200, Color.GRAY);
        var random = new Random(1);
        for (int i = 0; i < 1600 * 1200; i++) {
            noise.setRGB(i % 1600, i / 1600, random.nextInt(1 << 24));
        }
        byte[] photo = PhotoFile.jpeg(noise);

        assertThat(pairs.draw(HEADING, new Side("整改前", photo), new Side("整改后", photo)))
                .hasValueSatisfying(pair -> assertThat(pair).hasSizeLessThan(300_000));
    }

    @Test
    void picture_that_cannot_be_decoded_makes_no_pair() {
        byte[] photo = PhotoFile.jpeg(filled(40, 30, Color.GREEN));

        assertThat(pairs.draw(HEADING, new Side("整改前", photo), new Side("整改后", new byte[10])))
                .isEmpty();
    }

    private static BufferedImage filled(int width, int height, Color colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return image;
    }

    /** A river with or without litter, with grain as a phone's camera has it. */
    private static BufferedImage river(int width, int height, boolean litter) {
        var image = PhotoFile.scene(width, height, new Color(litter ? 0x5B6A4A : 0x4A8AA0));
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var random = new Random(2);
        pen.setColor(new Color(0x47763A));
        pen.fillRect(0, height / 2, width, height / 10);
        for (int i = 0; litter && i < 120; i++) {
            pen.setColor(new Color(120 + random.nextInt(130), 120 + random.nextInt(130), 110 + random.nextInt(100)));
            pen.setStroke(new BasicStroke(1 + random.nextInt(6)));
            pen.fillOval(
                    random.nextInt(width),
                    height * 3 / 5 + random.nextInt(height / 3),
                    width / 30 + 2,
                    height / 60 + 2);
        }
        pen.dispose();
        for (int i = 0; i < width * height; i++) {
            var colour = new Color(image.getRGB(i % width, i / width));
            int grain = random.nextInt(13) - 6;
            image.setRGB(
                    i % width,
                    i / width,
                    new Color(
                                    grained(colour.getRed(), grain),
                                    grained(colour.getGreen(), grain),
                                    grained(colour.getBlue(), grain))
                            .getRGB());
        }
        return image;
    }

    private static int grained(int value, int grain) {
        return Math.max(0, Math.min(255, value + grain));
    }
}
