package ecobot.media;

/** Tells pictures by their first bytes. What a server or a sender says about a file is not believed. */
final class ContentType {

    static final String UNKNOWN = "application/octet-stream";

    private ContentType() {}

    static String of(byte[] bytes) {
        if (startsWith(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        } else if (startsWith(bytes, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return "image/png";
        } else if (startsWith(bytes, 0, "GIF87a") || startsWith(bytes, 0, "GIF89a")) {
            return "image/gif";
        } else if (startsWith(bytes, 0, "RIFF") && startsWith(bytes, 8, "WEBP")) {
            return "image/webp";
        } else if (startsWith(bytes, 0, "BM") && startsWith(bytes, 6, 0, 0, 0, 0)) {
            return "image/bmp";
        }
        return UNKNOWN;
    }

    private static boolean startsWith(byte[] bytes, int at, String text) {
        return startsWith(bytes, at, text.chars().map(letter -> letter & 0xFF).toArray());
    }

    private static boolean startsWith(byte[] bytes, int at, int... expected) {
        if (bytes.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[at + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
