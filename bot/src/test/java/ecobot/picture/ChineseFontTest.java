package ecobot.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine without any font: a child JVM whose fontconfig finds none. */
class ChineseFontTest {

    @Test
    void picture_is_drawn_where_no_font_is_installed(@TempDir Path folder) throws Exception {
        var picture = folder.resolve("words.png");

        var output = run(folder, DrawWords.class, picture.toString());

        assertThat(output).isEmpty();
        assertThat(Files.readAllBytes(picture)).isEqualTo(DrawWords.drawn());
    }

    @Test
    void without_our_configuration_the_same_machine_cannot_load_a_font(@TempDir Path folder) throws Exception {
        assertThat(run(folder, LoadWithoutGuard.class)).contains("Exception in thread");
    }

    private static String run(Path folder, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        var nothing = Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig/>");
        var output = folder.resolve("output.txt").toFile();
        var command = new java.util.ArrayList<>(java.util.List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(java.util.List.of(arguments));
        var child = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        child.environment().put("FONTCONFIG_FILE", nothing.toString());
        child.environment().put("JAVA_TOOL_OPTIONS", "");
        var process = child.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return read(output);
    }

    private static String read(File output) throws IOException {
        return Files.readString(output.toPath())
                .lines()
                .filter(line -> !line.startsWith("Picked up"))
                .reduce("", (a, b) -> a + b + "\n")
                .strip();
    }

    /** The child: cleans a photo, which must not spoil what comes after it, and draws a few words. */
    static final class DrawWords {
        public static void main(String[] arguments) throws IOException {
            TestSettings.pictures().clean(PhotoFile.jpeg(PhotoFile.scene(40, 30, Color.GREEN)));
            Files.write(Path.of(arguments[0]), drawn());
        }

        static byte[] drawn() {
            try (var sheet = new Sheet(120, 40, Color.WHITE)) {
                sheet.left("南湖区", 10, 28, ChineseFont.bold(24), Color.BLACK);
                return IndexedPng.of(sheet.image());
            }
        }
    }

    /** The negative control: the same font, loaded without the configuration. */
    static final class LoadWithoutGuard {
        public static void main(String[] arguments) throws Exception {
            try (var file = ChineseFont.class.getResourceAsStream("/fonts/NotoSansSC-Regular-GBK.ttf")) {
                System.out.println(java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, file)
                        .canDisplay('a'));
            }
        }
    }
}
