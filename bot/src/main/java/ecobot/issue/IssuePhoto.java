package ecobot.issue;

/**
 * A photo of an issue.
 *
 * @param issueId the issue's number
 * @param fetchId the fetch in {@code ecobot.media} that it came with
 */
public record IssuePhoto(long issueId, Moment moment, long fetchId) {

    /** What it shows. */
    public enum Moment {
        /** The problem. */
        BEFORE,
        /** What was done about it. */
        AFTER
    }
}
