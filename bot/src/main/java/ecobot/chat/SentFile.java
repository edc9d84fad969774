package ecobot.chat;

import java.time.Instant;

/**
 * A file that somebody sent to a command in private.
 *
 * @param fetchId of its fetch in {@code ecobot.media}
 * @param fileName the sender's word, cut to what is kept
 * @param sentAt when it was sent, whenever it comes
 */
public record SentFile(long fetchId, long memberId, String conversationId, String fileName, Instant sentAt) {

    private static final int LONGEST_NAME = 200;

    public SentFile {
        fileName = fileName.substring(0, Math.min(fileName.length(), LONGEST_NAME));
    }
}
