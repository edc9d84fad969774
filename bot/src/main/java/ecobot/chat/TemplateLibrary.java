package ecobot.chat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the templates compiled and re-reads the override folder when something in it changed. An overriding file that is broken is reported and
 * passed over: what the bureau edits can spoil its wording, never an answer.
 */
@Component
class TemplateLibrary implements Templates {

    private static final Logger log = LoggerFactory.getLogger(TemplateLibrary.class);

    private final TemplateFiles files;
    private final WordFiles words;
    private final Formats formats;
    private final TemplateSet packaged;
    private volatile State state;

    TemplateLibrary(TemplateFiles files, WordFiles words, Formats formats) {
        this.files = files;
        this.words = words;
        this.formats = formats;
        this.packaged = new TemplateSet(files.packaged(), formats);
        this.state = new State(Map.of(), Map.of(), packaged);
        current();
    }

    @Override
    public Message render(String name, Object view) {
        var text = fill(name, view);
        int end = text.indexOf('\n');
        var heading = end < 0 ? text : text.substring(0, end);
        return new Message(heading.replaceFirst("^#+\\s*", "").replace("**", "").strip(), text);
    }

    @Override
    public <T> T words(String name, Class<T> type) {
        return words.read(name, type);
    }

    /** Renders a piece of a message: {@code templates/<room>/_<name>.md}, which has no heading. */
    String fragment(String name, Object view) {
        return fill(name, view);
    }

    boolean has(String name) {
        return packaged.has(name);
    }

    private String fill(String name, Object view) {
        var set = current();
        try {
            return Paragraphs.of(set.fill(name, view));
        } catch (IllegalStateException e) {
            if (set == packaged || !packaged.has(name)) {
                throw e;
            }
            log.error("an overriding template cannot be filled, the packaged one goes on: {}", e.getMessage());
            return Paragraphs.of(packaged.fill(name, view));
        }
    }

    private TemplateSet current() {
        var stamps = files.overrideStamps();
        if (!stamps.equals(state.stamps)) {
            reload(stamps);
        }
        return state.set;
    }

    private synchronized void reload(Map<String, TemplateFiles.Stamp> stamps) {
        var before = state;
        if (stamps.equals(before.stamps)) {
            return;
        }
        var good = new HashMap<String, String>();
        for (var path : stamps.keySet()) {
            var unchanged = stamps.get(path).equals(before.stamps.get(path));
            var text = unchanged ? before.overrides.get(path) : checked(path, before);
            if (text != null) {
                good.put(path, text);
            }
        }
        state = new State(stamps, good, good.isEmpty() ? packaged : merged(good));
        log.info("templates: {} packaged, {} overridden", files.packaged().size(), good.size());
    }

    /** The new text of a file of the override folder, or the one before when the new one is broken. */
    private @Nullable String checked(String path, State before) {
        var text = files.override(path);
        var old = before.overrides.get(path);
        if (text == null || !path.endsWith(".md")) {
            return old;
        }
        try {
            merged(Map.of(path, text));
            return text;
        } catch (IllegalStateException e) {
            log.error("the override is not used, the old one goes on: {}", e.getMessage());
            return old;
        }
    }

    private TemplateSet merged(Map<String, String> overrides) {
        var texts = new HashMap<>(files.packaged());
        texts.putAll(overrides);
        return new TemplateSet(texts, formats);
    }

    /** What was found in the override folder, and what came of it. */
    private record State(Map<String, TemplateFiles.Stamp> stamps, Map<String, String> overrides, TemplateSet set) {}
}
