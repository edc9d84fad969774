package ecobot.library;

import java.util.regex.Pattern;

/** Puts the lines of a page together again to paragraphs: a PDF knows only lines. */
final class PdfLines {

    private static final Pattern PAGE_NUMBER = Pattern.compile("[-\u2014\\s]*\\d{1,4}[-\u2014\\s]*");
    /** Shorter lines end a paragraph, for a full line is continued. */
    private static final int FULL = 20;

    private final Pattern begins;

    PdfLines(String begins) {
        this.begins = Pattern.compile(begins);
    }

    String joined(String text) {
        var out = new StringBuilder();
        boolean open = false;
        for (var raw : text.split("\n")) {
            var line = raw.strip();
            if (line.isEmpty() || PAGE_NUMBER.matcher(line).matches()) {
                continue;
            }
            if (!out.isEmpty()) {
                boolean goesOn = open && !begins.matcher(raw).lookingAt();
                out.append(goesOn ? between(out.charAt(out.length() - 1), line.charAt(0)) : "\n\n");
            }
            out.append(line);
            open = line.length() >= FULL && !line.endsWith("\u3002");
        }
        return out.toString();
    }

    private static String between(char before, char after) {
        return before < 0x80 && after < 0x80 ? " " : "";
    }
}
