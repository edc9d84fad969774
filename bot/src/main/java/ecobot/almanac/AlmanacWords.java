package ecobot.almanac;

import java.util.List;

/**
 * What can be typed after the command: {@code templates/almanac/calendar-words.yml}.
 *
 * @param year pattern of a year at the beginning, with the group {@code year}
 * @param day pattern of a date at the beginning
 * @param file words for "from a file"
 * @param confirm what goes on, the first of them on the button; likewise {@code cancel} and {@code goOn}
 * @param listSeparator between years
 */
record AlmanacWords(
        String year,
        String day,
        List<String> file,
        List<String> confirm,
        List<String> cancel,
        List<String> goOn,
        String listSeparator) {}
