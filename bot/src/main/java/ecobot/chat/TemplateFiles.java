package ecobot.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The template files: those that are packaged, and those of the override folder, by path below {@code templates/}. */
@Component
class TemplateFiles {

    private static final Logger log = LoggerFactory.getLogger(TemplateFiles.class);
    private static final String ROOT = "/templates/";
    private static final String MATERIALS = "library/materials/";

    private final Map<String, String> packaged;
    private final @Nullable Path folder;

    TemplateFiles(@Value("${ecobot.templates.folder:}") String folder) {
        this.packaged = readPackaged();
        this.folder = folder.isBlank() ? null : Path.of(folder);
        if (this.folder != null && !Files.isDirectory(this.folder)) {
            throw new IllegalStateException("ecobot.templates.folder is not a folder: " + this.folder.toAbsolutePath());
        }
    }

    /** Text by path, such as {@code chat/help.md}. */
    Map<String, String> packaged() {
        return packaged;
    }

    /** Something that differs whenever a file of the override folder was added, changed or removed. */
    Map<String, Stamp> overrideStamps() {
        return folder == null ? Map.of() : stamps(folder);
    }

    /** Text of a file of the override folder; null when it cannot be read. */
    @Nullable
    String override(String path) {
        if (folder == null) {
            return null;
        }
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException e) {
            log.error("cannot read {} in {}; the old text goes on", path, folder, e);
            return null;
        }
    }

    private static Map<String, Stamp> stamps(Path folder) {
        var stamps = new TreeMap<String, Stamp>();
        try (var files = Files.find(
                folder, 8, (path, attributes) -> attributes.isRegularFile() && isTemplate(path.toString()))) {
            for (var file : (Iterable<Path>) files::iterator) {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                var path = folder.relativize(file).toString().replace('\\', '/');
                stamps.put(path, new Stamp(attributes.lastModifiedTime(), attributes.size()));
            }
        } catch (IOException | UncheckedIOException e) {
            // Being edited this very moment: what is known by now goes on, the next look will see the rest.
            log.warn("cannot read all of {}: {}", folder, e.toString());
        }
        return stamps;
    }

    private static Map<String, String> readPackaged() {
        var texts = new TreeMap<String, String>();
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.*")) {
                var path = pathOf(resource);
                if (isTemplate(path)) {
                    texts.put(path, resource.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packaged templates", e);
        }
        return texts;
    }

    private static String pathOf(Resource resource) throws IOException {
        var url = resource.getURL().toString();
        return url.substring(url.lastIndexOf(ROOT) + ROOT.length());
    }

    /** Materials of the library are content, not wording, though they may lie in the same folder. */
    private static boolean isTemplate(String path) {
        return !path.replace('\\', '/').contains(MATERIALS) && (path.endsWith(".md") || path.endsWith(".yml"));
    }

    /** Tells one state of a file from another. */
    record Stamp(FileTime changedAt, long size) {}
}
