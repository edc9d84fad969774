package ecobot.chat;

import java.util.List;
import java.util.Map;

/**
 * The words of this room: {@code templates/chat/words.yml}.
 *
 * @param rooms headings of the groups of commands in the help, by room, in the order in which they are shown
 * @param otherRoom heading of the commands of every other room
 * @param hints commands that are shown to somebody who wrote none, the most wanted first
 * @param photoHint command that is offered for a photo without words
 */
record ChatWords(
        FormatWords formats, Map<String, String> rooms, String otherRoom, List<String> hints, String photoHint) {}
