package ecobot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import ecobot.picture.IndexedPng;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The picture of the eleven units' table with twelve periods of scores, warm. The floors are the encoding of a blank picture of the same size, by
 * the same writer and by Java's own. Measured is the thread's time on the processor, which is the time on the clock when nothing else runs.
 */
@Tag("bench")
class LeagueTablePictureBenchTest {

    private static final Logger log = LoggerFactory.getLogger(LeagueTablePictureBenchTest.class);
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int RUNS = 60;

    @Test
    void picture_takes_at_most_100_ms() throws IOException {
        var view = TableView.of(LeagueTableFixture.twelfth(), 1, LeagueTableFixture.WORDS);
        var size = ImageIO.read(
                new ByteArrayInputStream(LeagueTablePicture.draw(view).png()));
        var blank = new BufferedImage(size.getWidth(), size.getHeight(), BufferedImage.TYPE_INT_RGB);

        var picture = median(() -> LeagueTablePicture.draw(view));
        var floor = median(() -> IndexedPng.of(blank));
        var javas = median(() -> write(blank));

        log.info(
                "picture of {}x{}, {} KB: {} ms; blank: {} ms, by ImageIO {} ms",
                size.getWidth(),
                size.getHeight(),
                LeagueTablePicture.draw(view).png().length / 1024,
                picture.toMillis(),
                floor.toMillis(),
                javas.toMillis());
        assertThat(picture).isLessThanOrEqualTo(Duration.ofMillis(100));
    }

    private static void write(BufferedImage image) {
        try {
            ImageIO.write(image, "png", new ByteArrayOutputStream());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Of the second half of the runs: the first half warms up. */
    private static Duration median(Runnable work) {
        var nanos = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = CPU.getCurrentThreadCpuTime();
            work.run();
            nanos[i] = CPU.getCurrentThreadCpuTime() - start;
        }
        var warm = Arrays.copyOfRange(nanos, RUNS / 2, RUNS);
        Arrays.sort(warm);
        return Duration.ofNanos(warm[warm.length / 2]);
    }
}
