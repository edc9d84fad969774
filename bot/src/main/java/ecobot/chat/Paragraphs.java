package ecobot.chat;

import java.util.regex.Pattern;

/**
 * Makes a line of a template a line on the phone. DingTalk joins lines that are divided by a single line end, so each becomes a paragraph; only
 * the items of a list stay close together.
 */
final class Paragraphs {

    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d+[.)])\\s.*");

    private Paragraphs() {}

    static String of(String rendered) {
        var text = new StringBuilder();
        boolean afterItem = false;
        for (var line : rendered.split("\\R")) {
            if (!line.isBlank()) {
                boolean item = ITEM.matcher(line).matches();
                if (!text.isEmpty()) {
                    text.append(item && afterItem ? "\n" : "\n\n");
                }
                text.append(line.stripTrailing());
                afterItem = item;
            }
        }
        return text.toString();
    }
}
