package ecobot.ranking;

import java.time.Instant;

/**
 * A workbook that somebody sent in private.
 *
 * @param fileName the sender's word, cut to what is kept
 * @param sentAt decides the month when neither table nor file name does
 */
record TaskUpload(long fetchId, long memberId, String conversationId, String fileName, Instant sentAt) {

    private static final int LONGEST_NAME = 200;

    TaskUpload {
        fileName = fileName.substring(0, Math.min(fileName.length(), LONGEST_NAME));
    }
}
