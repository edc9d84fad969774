package ecobot.issue;

/**
 * What a unit did in a period, counted from its issues. Rejected and withdrawn issues count nowhere, and neither does a move that was taken
 * back at once.
 *
 * @param due how many fell due in the period
 * @param closedOnTime how many of {@code due} were closed by their date
 * @param closedLate how many of {@code due} were closed after it
 * @param reported how many were reported in the period
 * @param closed how many were closed in the period, whenever they fell due
 * @param overdueNow how many are open after their date, whatever the period
 * @param overdueLong how many of {@code overdueNow} fell due before {@link TallySpan#longBefore}
 * @param overdueVeryLong how many of {@code overdueNow} fell due before {@link TallySpan#veryLongBefore}
 * @param verified how many were verified for the first time in the period, whatever the verdict
 * @param passedFirst how many of {@code verified} passed
 * @param sentBack how often verification sent one back in the period
 * @param failedRechecks how often a recheck failed in the period
 */
public record UnitFigures(
        long unitId,
        int due,
        int closedOnTime,
        int closedLate,
        int reported,
        int closed,
        int overdueNow,
        int overdueLong,
        int overdueVeryLong,
        int verified,
        int passedFirst,
        int sentBack,
        int failedRechecks) {

    /** A unit that had nothing to do. */
    public static UnitFigures none(long unitId) {
        return new UnitFigures(unitId, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Of the same unit. */
    UnitFigures plus(UnitFigures other) {
        return new UnitFigures(
                unitId,
                due + other.due,
                closedOnTime + other.closedOnTime,
                closedLate + other.closedLate,
                reported + other.reported,
                closed + other.closed,
                overdueNow + other.overdueNow,
                overdueLong + other.overdueLong,
                overdueVeryLong + other.overdueVeryLong,
                verified + other.verified,
                passedFirst + other.passedFirst,
                sentBack + other.sentBack,
                failedRechecks + other.failedRechecks);
    }
}
