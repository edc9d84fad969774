package ecobot.chat;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the YAML files below {@code templates/}; the override folder's file wins unless it is broken. */
@Component
class WordFiles {

    private static final Logger log = LoggerFactory.getLogger(WordFiles.class);

    private final TemplateFiles files;
    private final Map<Key, Bound> bound = new ConcurrentHashMap<>();

    WordFiles(TemplateFiles files) {
        this.files = files;
    }

    boolean has(String name) {
        return files.packaged().containsKey(path(name));
    }

    /**
     * Binds {@code templates/<name>.yml} to a record.
     *
     * @throws IllegalStateException when the packaged file is missing or does not fit
     */
    <T> T read(String name, Class<T> type) {
        var stamp = files.overrideStamps().get(path(name));
        var key = new Key(name, type);
        var known = bound.get(key);
        if (known == null || !known.of(stamp)) {
            known = new Bound(stamp, stamp == null ? packaged(name, type) : overriding(name, type, known));
            bound.put(key, known);
        }
        return type.cast(known.words);
    }

    private <T> T packaged(String name, Class<T> type) {
        var text = files.packaged().get(path(name));
        if (text == null) {
            throw new IllegalStateException("no words templates/" + path(name));
        }
        return new YamlText("templates/" + path(name), text).bind(type);
    }

    private Object overriding(String name, Class<?> type, @Nullable Bound before) {
        var text = files.override(path(name));
        try {
            if (text != null) {
                return new YamlText(path(name), text).bind(type);
            }
        } catch (IllegalStateException e) {
            log.error("the override is not used, the old one goes on: {}", e.getMessage());
        }
        return before == null ? packaged(name, type) : before.words;
    }

    private static String path(String name) {
        return name + ".yml";
    }

    private record Key(String name, Class<?> type) {}

    private record Bound(TemplateFiles.@Nullable Stamp stamp, Object words) {
        boolean of(TemplateFiles.@Nullable Stamp other) {
            return Objects.equals(stamp, other);
        }
    }
}
