package ecobot.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypeTest {

    @ParameterizedTest
    @CsvSource({
        "\u00FF\u00D8\u00FF\u00E0, image/jpeg",
        "'\u0089PNG\r\n\u001A\n', image/png",
        "GIF89a, image/gif",
        "GIF87a, image/gif",
        "RIFFxxxxWEBPVP8, image/webp",
        "RIFFxxxxWAVE, application/octet-stream",
        "'BMxxxx\u0000\u0000\u0000\u0000', image/bmp",
        "BM is a text, application/octet-stream",
        "<html>, application/octet-stream",
        "'', application/octet-stream"
    })
    void picture_is_told_by_its_first_bytes(String bytes, String type) {
        assertThat(ContentType.of(bytes.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(type);
    }
}
