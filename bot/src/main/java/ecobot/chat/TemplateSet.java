package ecobot.chat;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One state of all Markdown templates, compiled. Never changed; an edited file makes a new set. */
final class TemplateSet {

    private static final String ENDING = ".md";

    private final Map<String, String> texts;
    private final Map<String, Template> compiled = new HashMap<>();

    /**
     * Compiles all of {@code texts}.
     *
     * @param texts text by path below {@code templates/}; what is not Markdown is left out
     * @throws IllegalStateException naming every broken file and its line
     */
    TemplateSet(Map<String, String> texts, Formats formats) {
        this.texts = Map.copyOf(texts);
        var compiler = Mustache.compiler()
                .withEscaper(EscapeMarkdown::escape)
                .withFormatter(formats::format)
                .withLoader(this::partial)
                .strictSections(true)
                .emptyStringIsFalse(true)
                .zeroIsFalse(true)
                .nullValue("");
        var faults = new ArrayList<String>();
        texts.keySet().stream()
                .filter(path -> path.endsWith(ENDING))
                .sorted()
                .forEach(path -> compile(compiler, path, faults));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("broken templates: " + String.join("; ", faults));
        }
    }

    boolean has(String name) {
        return compiled.containsKey(name);
    }

    /**
     * Fills a template.
     *
     * @throws IllegalStateException when there is none, or it asks for what the view does not have
     */
    String fill(String name, Object view) {
        var template = compiled.get(name);
        if (template == null) {
            throw new IllegalStateException("no template templates/" + name + ENDING);
        }
        try {
            return template.execute(view);
        } catch (MustacheException | IllegalArgumentException e) {
            throw new IllegalStateException("templates/" + name + ENDING + ": " + e.getMessage(), e);
        }
    }

    /** Whether a template is a piece of others: it, or a folder that it lies in, is named with a leading underscore. */
    static boolean isFragment(String name) {
        return name.startsWith("_") || name.contains("/_");
    }

    private void compile(Mustache.Compiler compiler, String path, List<String> faults) {
        var name = path.substring(0, path.length() - ENDING.length());
        var text = texts.getOrDefault(path, "");
        if (!isFragment(name) && !text.startsWith("### ")) {
            faults.add("templates/" + path + ":1: must begin with a heading, ### title");
        }
        try {
            var template = compiler.compile(text);
            template.visit(new PartialCheck(path, faults));
            compiled.put(name, template);
        } catch (MustacheException e) {
            faults.add("templates/" + path + ": " + e.getMessage());
        }
    }

    private Reader partial(String name) {
        var text = texts.get(name + ENDING);
        if (text == null) {
            throw new IllegalStateException("no partial templates/" + name + ENDING);
        }
        return new StringReader(text);
    }

    /** Notes includes of pieces that do not exist, which the engine would notice only when it fills the template. */
    private final class PartialCheck implements Mustache.Visitor {

        private final String path;
        private final List<String> faults;

        PartialCheck(String path, List<String> faults) {
            this.path = path;
            this.faults = faults;
        }

        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {}

        @Override
        public boolean visitInclude(String name) {
            if (!texts.containsKey(name + ENDING)) {
                faults.add("templates/" + path + ":" + lineOf(name) + ": no partial templates/" + name + ENDING);
            }
            return false;
        }

        @Override
        public boolean visitSection(String name) {
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            return true;
        }

        private long lineOf(String partial) {
            var text = texts.getOrDefault(path, "");
            int at = Math.max(0, text.indexOf(partial));
            return text.substring(0, at).lines().count();
        }
    }
}
