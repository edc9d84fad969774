package ecobot.ranking;

/**
 * Why a code is worse than the rank would make it.
 *
 * @param code what it came to
 * @param count issues, or periods in a row
 * @param days working days that {@code count} issues are overdue for more than; 0 for other causes
 */
record Reason(Cause cause, Code code, int count, int days) {

    /** What made it worse. */
    enum Cause {
        /** Issues that are overdue for long. */
        OVERDUE,
        /** Yellow so many times in a row. */
        YELLOWS,
        /** Red before: yellow first, then green. */
        AFTER_RED
    }
}
