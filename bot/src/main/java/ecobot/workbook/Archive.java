package ecobot.workbook;

import ecobot.workbook.UnreadableWorkbook.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Unpacks a workbook once and counts, before anything reads it. It goes by the archive's directory, with the same library as the reader of
 * workbooks, so that what is counted is what is read; what the directory says of sizes is not believed.
 */
final class Archive {

    static final int MOST_ENTRIES = 300;

    private static final int BUFFER = 8192;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Archive() {}

    /** @throws UnreadableWorkbook when it is no archive, a broken one, or more than the bounds allow */
    static void check(byte[] bytes, Bounds bounds) throws UnreadableWorkbook {
        if (startsWith(bytes, OLE)) {
            throw new UnreadableWorkbook(Reason.OLD_FORMAT);
        } else if (!startsWith(bytes, ZIP)) {
            throw new UnreadableWorkbook(Reason.NOT_A_WORKBOOK);
        } else if (bytes.length > bounds.bytes()) {
            throw new UnreadableWorkbook(Reason.TOO_LARGE);
        }
        try (var channel = new SeekableInMemoryByteChannel(bytes);
                var zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            count(zip, bounds.unpacked());
        } catch (IOException | RuntimeException e) {
            // Broken archives end in many exceptions, none of them declared.
            throw new UnreadableWorkbook(Reason.BROKEN);
        }
    }

    private static void count(ZipFile zip, long most) throws IOException, UnreadableWorkbook {
        int entries = 0;
        long unpacked = 0;
        for (var entry : Collections.list(zip.getEntries())) {
            entries++;
            try (var content = zip.getInputStream(entry)) {
                unpacked += size(content, most - unpacked);
            }
            if (entries > MOST_ENTRIES || unpacked > most) {
                throw new UnreadableWorkbook(Reason.TOO_LARGE);
            }
        }
    }

    /** How much comes out; no more than a little over {@code enough} is unpacked. */
    private static long size(InputStream content, long enough) throws IOException {
        var buffer = new byte[BUFFER];
        long size = 0;
        for (int read = content.read(buffer); read >= 0 && size <= enough; read = content.read(buffer)) {
            size += read;
        }
        return size;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
