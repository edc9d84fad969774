package ecobot.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A PNG file without all that is not needed to draw it: texts and profiles may unpack to any size, and name who made it.
 *
 * @param bytes the file that is left
 * @param complete whether the end is there
 */
record PngParts(byte[] bytes, boolean complete) {

    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int SIGNATURE = 8;
    /** Length, type and checksum of a chunk. */
    private static final int FRAME = 12;

    static PngParts of(byte[] bytes) {
        var file = ByteBuffer.wrap(bytes);
        var needed = new ByteArrayOutputStream(bytes.length);
        needed.write(bytes, 0, SIGNATURE);
        int at = SIGNATURE;
        while (at + FRAME <= bytes.length) {
            long size = file.getInt(at) + (long) FRAME;
            if (size < FRAME || at + size > bytes.length) {
                break;
            }
            var type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (NEEDED.contains(type)) {
                needed.write(bytes, at, (int) size);
            }
            if (type.equals("IEND")) {
                return new PngParts(needed.toByteArray(), true);
            }
            at += (int) size;
        }
        return new PngParts(needed.toByteArray(), false);
    }
}
