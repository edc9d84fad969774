package ecobot.library;

import ecobot.library.UnreadableDocument.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Unpacks a document once and counts, before anything reads it: what a file says of its sizes is not believed. Nothing that is unpacked here is kept.
 */
final class Bombs {

    private static final int MOST_ENTRIES = 3_000;
    private static final long MOST_OF_XML = 8 * 1024 * 1024;
    private static final long MOST_IN_ALL = 128 * 1024 * 1024;
    private static final long MOST_OF_STREAM = 64 * 1024 * 1024;
    private static final int BUFFER = 16 * 1024;
    /** One layer of packing inside another would be counted packed. */
    private static final Pattern LAYERS = Pattern.compile(
            "/F(?:ilter)?\\s*\\[[^\\]]*/(?:Fl|FlateDecode|LZW|LZWDecode|RunLengthDecode|RL)\\b[^\\]]*/(?:Fl|FlateDecode|LZW|LZWDecode|RunLengthDecode|RL)\\b");

    private static final Pattern OTHER_PACKING = Pattern.compile("/(?:LZWDecode|LZW|RunLengthDecode)\\b");
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    private Bombs() {}

    /** Counts the parts of a Word document. */
    static void checkZip(byte[] bytes) throws UnreadableDocument {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            var entries = zip.getEntries();
            long all = 0;
            int count = 0;
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                boolean xml = !entry.getName().contains("media/");
                try (var content = zip.getInputStream(entry)) {
                    all += count(content, xml ? MOST_OF_XML : MOST_IN_ALL);
                }
                if (++count > MOST_ENTRIES || all > MOST_IN_ALL) {
                    throw new UnreadableDocument(Reason.TOO_LARGE);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableDocument(Reason.BROKEN);
        }
    }

    /** Counts the streams of a PDF, wherever they stand. */
    static void checkPdf(byte[] bytes) throws UnreadableDocument {
        var latin = new String(bytes, StandardCharsets.ISO_8859_1);
        if (LAYERS.matcher(latin).find() || OTHER_PACKING.matcher(latin).find()) {
            throw new UnreadableDocument(Reason.TOO_LARGE);
        }
        long all = 0;
        for (int at = next(bytes, 0); at >= 0; at = next(bytes, at)) {
            all += inflated(bytes, at);
            if (all > MOST_IN_ALL) {
                throw new UnreadableDocument(Reason.TOO_LARGE);
            }
        }
    }

    private static long count(InputStream content, long most) throws IOException, UnreadableDocument {
        var buffer = new byte[BUFFER];
        long count = 0;
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            count += n;
            if (count > most) {
                throw new UnreadableDocument(Reason.TOO_LARGE);
            }
        }
        return count;
    }

    /** Where the bytes of the next stream begin; -1 when there is none. */
    private static int next(byte[] bytes, int from) {
        for (int i = from; i < bytes.length - STREAM.length - 2; i++) {
            if (bytes[i] == 's' && isStream(bytes, i) && (i == 0 || bytes[i - 1] != 'd')) {
                int at = i + STREAM.length;
                return bytes[at] == '\r' ? at + 2 : at + 1;
            }
        }
        return -1;
    }

    private static boolean isStream(byte[] bytes, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (bytes[at + i] != STREAM[i]) {
                return false;
            }
        }
        byte after = bytes[at + STREAM.length];
        return after == '\n' || after == '\r';
    }

    private static long inflated(byte[] bytes, int at) throws UnreadableDocument {
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, at, bytes.length - at);
            var buffer = new byte[BUFFER];
            long count = 0;
            for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
                count += n;
                if (count > MOST_OF_STREAM) {
                    throw new UnreadableDocument(Reason.TOO_LARGE);
                }
            }
            return count;
        } catch (DataFormatException e) {
            // Not packed this way, or a broken one, whose beginning was counted.
            return 0;
        } finally {
            inflater.end();
        }
    }
}
