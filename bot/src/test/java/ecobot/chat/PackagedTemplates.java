package ecobot.chat;

import java.time.Clock;

/** The real templates for tests without an application: what they assert is what people read. */
public final class PackagedTemplates {

    private PackagedTemplates() {}

    /** The templates as packaged; dates of the year of {@code clock} are written without it. */
    public static Templates at(Clock clock) {
        var files = new TemplateFiles("");
        var words = new WordFiles(files);
        return new TemplateLibrary(files, words, new Formats(words, clock));
    }

    /** How dates are written at the time of {@code clock}. */
    public static Formats formatsAt(Clock clock) {
        return new Formats(new WordFiles(new TemplateFiles("")), clock);
    }
}
