package ecobot.chat;

import ecobot.inbox.IncomingMessage;
import ecobot.roster.Group;
import ecobot.roster.Member;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One use of a command.
 *
 * @param member who typed it
 * @param group where; null in a private chat
 * @param arguments what follows the command's word, as typed, stripped
 * @param folded {@code arguments} with full-width forms, traditional characters and letter case folded; the same length, so that positions
 *     in one are positions in the other
 * @param at when the bot took the message in
 * @param inboxId id of the message, for keys
 * @param message the message itself
 */
public record CommandCall(
        Member member,
        @Nullable Group group,
        String arguments,
        String folded,
        Instant at,
        long inboxId,
        IncomingMessage message) {

    public CommandCall {
        if (arguments.length() != folded.length()) {
            throw new IllegalArgumentException("folding must keep the length");
        }
    }

    /** Download codes of the pictures in the message and in the one that it quotes, in this order. */
    public List<String> photos() {
        var quoted = message.quoted();
        if (quoted == null || quoted.photos().isEmpty()) {
            return message.photos();
        }
        return java.util.stream.Stream.concat(message.photos().stream(), quoted.photos().stream())
                .distinct()
                .toList();
    }

    public boolean isPrivate() {
        return group == null;
    }
}
