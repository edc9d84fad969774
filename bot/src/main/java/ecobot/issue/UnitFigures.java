package ecobot.issue;

/**
 * What a unit did in a period, counted from its issues. Rejected and withdrawn issues count nowhere.
 *
 * @param due how many fell due in the period
 * @param closedOnTime how many of {@code due} were closed by their date
 * @param closedLate how many of {@code due} were closed after it
 * @param reported how many were reported in the period
 * @param closed how many were closed in the period, whenever they fell due
 * @param overdueNow how many are open after their date, whatever the period
 */
public record UnitFigures(
        long unitId, int due, int closedOnTime, int closedLate, int reported, int closed, int overdueNow) {

    /** A unit that had nothing to do. */
    public static UnitFigures none(long unitId) {
        return new UnitFigures(unitId, 0, 0, 0, 0, 0, 0);
    }
}
