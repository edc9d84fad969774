package ecobot.ranking;

import ecobot.issue.Issue.Kind;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the units are to do in a month, by the task table in force (月度任务分解表). */
interface TaskTargets {

    /** Sums over all kinds by unit id. Empty when the month has no table; a unit without any task is not in it. */
    default Map<Long, Targets> of(YearMonth month) {
        return of(month, null);
    }

    /** Likewise for one kind alone; for all when null. */
    Map<Long, Targets> of(YearMonth month, @Nullable Kind kind);

    /**
     * Numbers of issues.
     *
     * @param find how many are to be found
     * @param rectify how many are to be rectified
     */
    record Targets(int find, int rectify) {}
}
