package ecobot.chat;

import java.util.Map;

/**
 * The words of this room: {@code templates/chat/words.yml}.
 *
 * @param rooms headings of the groups of commands in the help, by room; commands of a room without a heading stand under {@code other}
 */
record ChatWords(FormatWords formats, Map<String, String> rooms, String otherRoom) {}
