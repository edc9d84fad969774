package ecobot.issue;

/**
 * What the row of a due date counts; also by how much it changes.
 *
 * @param due the issues that count
 * @param onTime those of {@code due} that were closed by their date
 * @param late those of {@code due} that were closed after it
 * @param stillOpen those of {@code due} that are open: overdue once the date has passed
 */
record DueCounts(int due, int onTime, int late, int stillOpen) {

    static final DueCounts NONE = new DueCounts(0, 0, 0, 0);
    static final DueCounts OPEN = new DueCounts(1, 0, 0, 1);
    static final DueCounts ON_TIME = new DueCounts(1, 1, 0, 0);
    static final DueCounts LATE = new DueCounts(1, 0, 1, 0);

    DueCounts plus(DueCounts other) {
        return new DueCounts(due + other.due, onTime + other.onTime, late + other.late, stillOpen + other.stillOpen);
    }

    DueCounts negated() {
        return new DueCounts(-due, -onTime, -late, -stillOpen);
    }
}
