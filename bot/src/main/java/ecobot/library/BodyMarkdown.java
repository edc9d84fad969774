package ecobot.library;

import ecobot.chat.EscapeMarkdown;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * The body of a material as it may be put into a message: headings, lists, quotes and bold stay, everything else becomes plain words; so it
 * can hold no mention, link or picture, whoever wrote it. Rows of a table become items of a list.
 */
public final class BodyMarkdown {

    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+");
    private static final Pattern ITEM = Pattern.compile("^(?:[-*+]|(\\d{1,2})[.)])\\s+");
    private static final Pattern QUOTE = Pattern.compile("^>\\s*");
    private static final Pattern TABLE_RULE = Pattern.compile("^\\|?[\\s:|-]*-{3,}[\\s:|-]*\\|?$");
    private static final String BOLD = "**";

    private BodyMarkdown() {}

    /** The whole body. */
    public static String of(String body) {
        var lines = new ArrayList<String>();
        body.lines().map(String::strip).forEach(line -> {
            if (!TABLE_RULE.matcher(line).matches()) {
                lines.add(line(line));
            }
        });
        return String.join("\n", lines);
    }

    /**
     * As much as fits, cut between paragraphs where that is possible.
     *
     * @param longest in characters
     */
    public static String beginning(String body, int longest) {
        if (body.length() <= longest) {
            return of(body);
        }
        int end = Math.max(body.lastIndexOf('\n', longest), body.lastIndexOf('\u3002', longest - 1) + 1);
        return of(body.substring(0, end < longest / 2 ? longest : end)) + "\u2026";
    }

    private static String line(String line) {
        if (line.isEmpty()) {
            return "";
        }
        var heading = HEADING.matcher(line);
        if (heading.find()) {
            return "### " + inline(line.substring(heading.end()));
        }
        var item = ITEM.matcher(line);
        if (item.find()) {
            return (item.group(1) == null ? "- " : item.group(1) + ". ") + inline(line.substring(item.end()));
        }
        var quote = QUOTE.matcher(line);
        if (quote.find()) {
            return "> " + inline(line.substring(quote.end()));
        }
        return line.startsWith("|")
                ? "- " + inline(line.replaceAll("^\\||\\|$", "").strip())
                : inline(line);
    }

    /** Bold where it is opened and closed on the line; a lone mark is a letter like any other. */
    private static String inline(String words) {
        var parts = words.split(Pattern.quote(BOLD), -1);
        var out = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            var part = EscapeMarkdown.escape(parts[i]);
            boolean bold = i % 2 == 1 && i + 1 < parts.length && !part.isEmpty();
            out.append(bold ? BOLD + part + BOLD : part);
        }
        return out.toString();
    }
}
