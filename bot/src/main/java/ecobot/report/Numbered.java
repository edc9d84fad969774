package ecobot.report;

import ecobot.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several issues in one text, each at the beginning of a line behind its number.
 *
 * @param before what stands before the first; may be empty
 * @param items two or more; empty when the text is no such list
 */
record Numbered(String before, List<String> items) {

    /** 1、 1. 1) (1) or a circled figure; "1.5" is a measure. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?m)^[ \\t]*(?:\\( ?(\\d{1,2}) ?\\)|(\\d{1,2}) ?(?:[\u3001)]|\\.(?!\\d))|([\u2460-\u2473]))\\s*");

    private static final char CIRCLED_ONE = '\u2460';

    /** Only numbers that rise are a list. */
    static Numbered in(String text) {
        var items = new ArrayList<String>();
        var matcher = NUMBER.matcher(Folding.fold(text));
        int before = text.length();
        int start = -1;
        int last = 0;
        while (matcher.find()) {
            int number = numberOf(matcher);
            if (number <= last) {
                return new Numbered(text, List.of());
            }
            last = number;
            if (start < 0) {
                before = matcher.start();
            } else {
                items.add(text.substring(start, matcher.start()).strip());
            }
            start = matcher.end();
        }
        if (items.isEmpty()) {
            return new Numbered(text, List.of());
        }
        items.add(text.substring(start).strip());
        return new Numbered(text.substring(0, before), items);
    }

    private static int numberOf(Matcher matcher) {
        var circled = matcher.group(3);
        if (circled != null) {
            return circled.charAt(0) - CIRCLED_ONE + 1;
        }
        return Integer.parseInt(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
}
