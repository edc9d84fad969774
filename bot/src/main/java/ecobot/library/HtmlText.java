package ecobot.library;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The words of a piece of HTML, paragraphs and items of lists on lines of their own. What is left is plain text, whatever it was. */
final class HtmlText {

    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<(script|style|head|title)\\b.*?(?:</\\1\\s*>|$)|<!--.*?(?:-->|$)");
    private static final Pattern ITEM = Pattern.compile("(?i)<li\\b[^>]*>");
    private static final Pattern BREAK = Pattern.compile("(?i)<(?:br|/p|/div|/h[1-6]|/li|/tr|/ul|/ol)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[^>]*(?:>|$)");

    private HtmlText() {}

    static String of(String html) {
        var text = UNSEEN.matcher(html).replaceAll(" ").replaceAll("\\s+", " ");
        text = BREAK.matcher(ITEM.matcher(text).replaceAll("\n- ")).replaceAll("\n");
        text = HtmlUtils.htmlUnescape(TAG.matcher(text).replaceAll(""));
        return text.replaceAll("[ \\t\\u00a0\\u3000]*\\n[ \\t\\u00a0\\u3000]*", "\n")
                .replaceAll("\\n{2,}", "\n\n")
                .strip();
    }
}
