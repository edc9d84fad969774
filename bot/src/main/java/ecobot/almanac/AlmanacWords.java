package ecobot.almanac;

import java.util.List;

/**
 * What can be typed after the command: {@code templates/almanac/calendar-words.yml}.
 *
 * @param year pattern of a year at the beginning, with the group {@code year}
 * @param day pattern of a date at the beginning
 * @param file words for "from a file"
 * @param goOn words for reading the file once it is here, the first of them on the button
 * @param listSeparator between years
 */
record AlmanacWords(String year, String day, List<String> file, List<String> goOn, String listSeparator) {}
