package ecobot.sandbox;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The append-only record of all that the stand-in received and sent: JSON lines in a file. Each line is handed to the operating system
 * before {@link #append} returns, so that it survives the death of the process. A line torn by that death is skipped.
 */
final class Journal implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    private final Path file;
    // A stream, not a channel: an interrupted thread would close a channel for all.
    private final FileOutputStream out;

    Journal(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var torn = isTorn(file);
            out = new FileOutputStream(file.toFile(), true);
            if (torn) {
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file, e);
        }
    }

    void append(Entry entry) {
        var text = Json.MAPPER.writeValueAsBytes(entry);
        var line = Arrays.copyOf(text, text.length + 1);
        line[text.length] = '\n';
        synchronized (out) {
            try {
                out.write(line);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }
    }

    /** Reads all lines from the beginning. */
    void replay(Consumer<Entry> reader) {
        // Unlike Files.newBufferedReader this takes half a character for a strange one, which a torn line may hold.
        try (var lines =
                new BufferedReader(new InputStreamReader(new FileInputStream(file.toFile()), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                read(line, reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void read(String line, Consumer<Entry> reader) {
        try {
            reader.accept(Json.MAPPER.readValue(line, Entry.class));
        } catch (JacksonException e) {
            log.warn("sandbox journal: skipping a torn line of {} characters", line.length());
        }
    }

    private static boolean isTorn(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (var end = new RandomAccessFile(file.toFile(), "r")) {
            end.seek(end.length() - 1);
            return end.read() != '\n';
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
