package ecobot.ranking;

import ecobot.calendar.Zone;
import ecobot.ranking.Figures.Share;
import ecobot.ranking.TaskTargets.Targets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How far into its month a cut-off lies. A month's targets are due day by day, so that the first week of a month is judged like the last.
 *
 * @param day the last day that counts, 1 to 31
 */
record MonthProgress(YearMonth month, int day) {

    /** Of the day that ends at, or holds, the cut-off. */
    static MonthProgress at(Instant cutOff) {
        var last = LocalDate.ofInstant(cutOff.minusMillis(1), Zone.SHANGHAI);
        return new MonthProgress(YearMonth.from(last), last.getDayOfMonth());
    }

    Instant startsAt() {
        return month.atDay(1).atStartOfDay(Zone.SHANGHAI).toInstant();
    }

    /** What was done of what was to be done by now; more than a target counts as the target. */
    Share of(Targets targets, int found, int rectified) {
        int find = byNow(targets.find());
        int rectify = byNow(targets.rectify());
        return new Share(Math.min(found, find) + Math.min(rectified, rectify), find + rectify);
    }

    private int byNow(int target) {
        return (target * day + month.lengthOfMonth() - 1) / month.lengthOfMonth();
    }
}
