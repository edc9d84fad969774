package ecobot.library;

import java.time.Instant;

/**
 * A file that somebody sent in private.
 *
 * @param fileName the sender's word, cut to what is kept
 */
record Upload(long fetchId, long memberId, String conversationId, String fileName, Instant sentAt) {

    private static final int LONGEST_NAME = 200;

    Upload {
        fileName = fileName.substring(0, Math.min(fileName.length(), LONGEST_NAME));
    }
}
