package ecobot.training;

import java.time.Instant;

/**
 * A workbook that a trainer sent in private.
 *
 * @param fileName the sender's word, cut to what is kept
 */
record PlanUpload(long fetchId, long memberId, String conversationId, String fileName, Instant sentAt) {

    private static final int LONGEST_NAME = 200;

    PlanUpload {
        fileName = fileName.substring(0, Math.min(fileName.length(), LONGEST_NAME));
    }
}
