package ecobot.issue;

import java.time.Instant;

/**
 * A photo of an issue.
 *
 * @param issueId the issue's number
 * @param fetchId the fetch in {@code ecobot.media} that it came with
 * @param addedAt when the move was made that it came with last
 */
public record IssuePhoto(long issueId, Moment moment, long fetchId, Instant addedAt) {

    /** What it shows. */
    public enum Moment {
        /** The problem. */
        BEFORE,
        /** What was done about it. */
        AFTER
    }
}
