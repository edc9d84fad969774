package ecobot.library;

import ecobot.library.FileFault.Flaw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The files that materials come from: those shipped, and a bureau's own: {@code library/materials/} in the override folder of the templates. Of two with the
 * same name the bureau's counts.
 */
@Component
class MaterialFiles {

    private static final Logger log = LoggerFactory.getLogger(MaterialFiles.class);
    private static final String ENDING = ".md";
    /** Far above what a phone shows; larger ones are not even read. */
    private static final long MOST_BYTES = 256 * 1024L;

    private final List<Path> folders;

    MaterialFiles(@Value("${ecobot.templates.folder:}") String templates) {
        this.folders = templates.isBlank()
                ? List.of()
                : List.of(Path.of(templates).resolve("library").resolve("materials"));
    }

    /** All of them, by name. */
    Read read(MaterialFileReader reader) {
        var files = new TreeMap<String, Source>();
        packaged()
                .forEach(resource -> files.put(
                        Objects.requireNonNull(resource.getFilename()),
                        new Source(true, resource::getContentAsByteArray)));
        folders.forEach(folder ->
                own(folder).forEach((name, path) -> files.put(name, new Source(false, () -> limited(path)))));
        var good = new ArrayList<Found>();
        var faults = new ArrayList<FileFault>();
        files.forEach((name, source) -> read(name, source, reader, good, faults));
        var kept = withoutUnknown(good, faults);
        return new Read(kept, faults);
    }

    private static void read(
            String name, Source source, MaterialFileReader reader, List<Found> good, List<FileFault> faults) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(source.bytes.read()))
                    .toString();
            var outcome = reader.read(name, text);
            faults.addAll(outcome.faults());
            var file = outcome.file();
            if (file != null) {
                good.add(new Found(file, source.shipped));
            }
        } catch (CharacterCodingException e) {
            faults.add(new FileFault(name, 1, Flaw.UNREADABLE, ""));
        } catch (IOException e) {
            log.warn("cannot read {}: {}", name, e.toString());
            faults.add(new FileFault(name, 1, Flaw.UNREADABLE, ""));
        }
    }

    /** Whatever is said to be replaced has to be one of the files. */
    private static List<Found> withoutUnknown(List<Found> good, List<FileFault> faults) {
        var keys = Set.copyOf(good.stream().map(found -> found.file().key()).toList());
        var kept = new ArrayList<Found>();
        for (var found : good) {
            var older = found.file().supersedes();
            if (older == null
                    || keys.contains(older) && !older.equals(found.file().key())) {
                kept.add(found);
            } else {
                faults.add(new FileFault(found.file().key() + ENDING, 1, Flaw.UNKNOWN_SUPERSEDED, older));
            }
        }
        return kept;
    }

    private static List<Resource> packaged() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:templates/library/materials/*" + ENDING))
                    .filter(resource -> resource.getFilename() != null)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the shipped materials", e);
        }
    }

    private static Map<String, Path> own(Path folder) {
        var files = new TreeMap<String, Path>();
        if (Files.isDirectory(folder)) {
            try (var paths = Files.list(folder)) {
                paths.filter(Files::isRegularFile)
                        .filter(path -> path.toString().endsWith(ENDING))
                        .forEach(path -> files.put(path.getFileName().toString(), path));
            } catch (IOException | UncheckedIOException e) {
                log.error("cannot read the materials in {}: {}", folder, e.toString());
            }
        }
        return files;
    }

    private static byte[] limited(Path path) throws IOException {
        if (Files.size(path) > MOST_BYTES) {
            throw new IOException("more than " + MOST_BYTES + " bytes");
        }
        return Files.readAllBytes(path);
    }

    /**
     * What was found.
     *
     * @param faults of the files that are not among {@code files}
     */
    record Read(List<Found> files, List<FileFault> faults) {}

    /** @param shipped whether it came with the software; false for the bureau's own */
    record Found(MaterialFile file, boolean shipped) {}

    private record Source(boolean shipped, Bytes bytes) {}

    private interface Bytes {
        byte[] read() throws IOException;
    }
}
