package ecobot.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "\u00FF\u00D8\u00FF\u00E0, JPEG",
                "'\u0089PNG\r\n\u001A\n', PNG",
                "GIF89a, GIF",
                "GIF87a, GIF",
                "RIFFxxxxWEBPVP8, WEBP",
                "RIFFxxxxWAVE, none",
                "'BMxxxx\u0000\u0000\u0000\u0000', BMP",
                "BM is a text, none",
                "'II*\u0000', TIFF",
                "xxxxftypheic, HEIC",
                "xxxxftypisom, none",
                "<html>, none",
                "'', none"
            })
    void picture_is_told_by_its_first_bytes(String bytes, Format format) {
        assertThat(Format.of(bytes.getBytes(StandardCharsets.ISO_8859_1)).orElse(null))
                .isEqualTo(format);
    }
}
