package ecobot.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Formats of pictures, told by their first bytes. What a server or a sender says about a file is not believed. */
public enum Format {
    JPEG("image/jpeg", true),
    PNG("image/png", true),
    GIF("image/gif", true),
    WEBP("image/webp", false),
    BMP("image/bmp", false),
    TIFF("image/tiff", false),
    /** What phones of one maker take; the platform usually turns it into JPEG. */
    HEIC("image/heic", false);

    private final String contentType;
    private final boolean readable;

    Format(String contentType, boolean readable) {
        this.contentType = contentType;
        this.readable = readable;
    }

    /** The MIME type. */
    public String contentType() {
        return contentType;
    }

    /** Whether {@link Pictures} can decode it. */
    public boolean isReadable() {
        return readable;
    }

    /** The format of a file; empty when it is no picture. */
    public static Optional<Format> of(byte[] bytes) {
        return Arrays.stream(values()).filter(format -> format.begins(bytes)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        return switch (this) {
            case JPEG -> at(bytes, 0, "\u00FF\u00D8\u00FF");
            case PNG -> at(bytes, 0, "\u0089PNG\r\n\u001A\n");
            case GIF -> at(bytes, 0, "GIF87a") || at(bytes, 0, "GIF89a");
            case WEBP -> at(bytes, 0, "RIFF") && at(bytes, 8, "WEBP");
            case BMP -> at(bytes, 0, "BM") && at(bytes, 6, "\0\0\0\0");
            case TIFF -> at(bytes, 0, "II*\0") || at(bytes, 0, "MM\0*");
            case HEIC -> at(bytes, 4, "ftyphei") || at(bytes, 4, "ftypmif1") || at(bytes, 4, "ftypavif");
        };
    }

    private static boolean at(byte[] bytes, int offset, String expected) {
        byte[] wanted = expected.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= offset + wanted.length
                && Arrays.equals(bytes, offset, offset + wanted.length, wanted, 0, wanted.length);
    }
}
