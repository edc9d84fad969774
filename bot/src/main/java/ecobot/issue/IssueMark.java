package ecobot.issue;

/**
 * Why an issue lowers its unit's score or code.
 *
 * @param number the issue's
 */
public record IssueMark(Mark mark, long number) {

    /** In the order in which they are told. */
    public enum Mark {
        /** Fell due in the period and was closed after its date. */
        LATE,
        /** Fell due in the period and is not closed. */
        UNCLOSED,
        /** Was verified for the first time in the period, and did not pass. */
        NOT_FIRST_PASSED,
        /** Is open after its date. */
        OVERDUE,
        /** So for long. */
        OVERDUE_LONG,
        /** So for very long. */
        OVERDUE_VERY_LONG,
        /** Was sent back in the period; once for each time. */
        SENT_BACK,
        /** Failed its recheck in the period; once for each time. */
        RECHECK_FAILED;

        /** Whether the issue is open after its date, however long. */
        public boolean isOverdue() {
            return this == OVERDUE || this == OVERDUE_LONG || this == OVERDUE_VERY_LONG;
        }
    }
}
