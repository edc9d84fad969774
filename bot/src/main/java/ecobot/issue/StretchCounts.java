package ecobot.issue;

/** What the row of a {@link Stretch} counts, as in {@link UnitFigures}; also by how much it changes. */
record StretchCounts(
        int reported,
        int due,
        int onTime,
        int late,
        int closed,
        int verified,
        int passedFirst,
        int sentBack,
        int recheckFailed) {

    static final StretchCounts NONE = new StretchCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);
    static final StretchCounts REPORTED = new StretchCounts(1, 0, 0, 0, 0, 0, 0, 0, 0);
    static final StretchCounts CLOSED = new StretchCounts(0, 0, 0, 0, 1, 0, 0, 0, 0);
    static final StretchCounts FIRST_PASSED = new StretchCounts(0, 0, 0, 0, 0, 1, 1, 0, 0);
    static final StretchCounts FIRST_NOT_PASSED = new StretchCounts(0, 0, 0, 0, 0, 1, 0, 0, 0);
    static final StretchCounts SENT_BACK = new StretchCounts(0, 0, 0, 0, 0, 0, 0, 1, 0);
    static final StretchCounts RECHECK_FAILED = new StretchCounts(0, 0, 0, 0, 0, 0, 0, 0, 1);

    /** What falls due, and how it came out. */
    static StretchCounts due(DueCounts counts) {
        return new StretchCounts(0, counts.due(), counts.onTime(), counts.late(), 0, 0, 0, 0, 0);
    }

    StretchCounts plus(StretchCounts other) {
        return new StretchCounts(
                reported + other.reported,
                due + other.due,
                onTime + other.onTime,
                late + other.late,
                closed + other.closed,
                verified + other.verified,
                passedFirst + other.passedFirst,
                sentBack + other.sentBack,
                recheckFailed + other.recheckFailed);
    }

    StretchCounts negated() {
        return new StretchCounts(
                -reported, -due, -onTime, -late, -closed, -verified, -passedFirst, -sentBack, -recheckFailed);
    }
}
