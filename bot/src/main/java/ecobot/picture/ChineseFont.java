package ecobot.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * The font that ships with the application, so that pictures look the same on every machine, one without any font included.
 *
 * <p>Java asks fontconfig for the machine's fonts even when a font is loaded from a file, and fails when there are none. A configuration
 * of our own, named before the first use of a font, answers in its place. Logical fonts ("SansSerif") must never be
 * used afterwards.
 */
public final class ChineseFont {

    private static final String FILE = "/fonts/NotoSansSC-Regular-GBK.ttf";
    private static final String CONFIGURATION = "sun.awt.fontconfig";

    private static final Font REGULAR = load();
    private static final Font BOLD = REGULAR.deriveFont(Font.BOLD);

    private ChineseFont() {}

    /** The regular weight, {@code size} in points. */
    public static Font regular(float size) {
        return REGULAR.deriveFont(size);
    }

    /** The bold weight, {@code size} in points. */
    public static Font bold(float size) {
        return BOLD.deriveFont(size);
    }

    /** {@code text} with a hollow square in place of characters that the font lacks, so that nothing vanishes unseen. */
    public static String drawable(String text) {
        if (REGULAR.canDisplayUpTo(text) < 0) {
            return text;
        }
        var drawable = new StringBuilder();
        text.codePoints().forEach(c -> drawable.appendCodePoint(REGULAR.canDisplay(c) ? c : 0x25A1));
        return drawable.toString();
    }

    private static Font load() {
        try {
            answerInPlaceOfTheMachine();
            try (var file = ChineseFont.class.getResourceAsStream(FILE)) {
                if (file == null) {
                    throw new IllegalStateException("missing resource " + FILE);
                }
                return Font.createFont(Font.TRUETYPE_FONT, file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot load " + FILE, failure);
        } catch (FontFormatException failure) {
            throw new IllegalStateException("broken resource " + FILE, failure);
        }
    }

    private static void answerInPlaceOfTheMachine() throws IOException {
        if (System.getProperty(CONFIGURATION) != null) {
            return;
        }
        var configuration = Files.createTempFile("ecobot-font", ".properties");
        configuration.toFile().deleteOnExit();
        Files.write(configuration, List.of("version=1", "sequence.allfonts=default"));
        System.setProperty("java.awt.headless", "true");
        System.setProperty(CONFIGURATION, configuration.toString());
    }
}
