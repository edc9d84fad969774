package ecobot.ranking;

import java.time.YearMonth;
import java.util.Map;

/** What the units are to do in a month, by the task table in force (月度任务分解表). */
interface TaskTargets {

    /** Sums over all kinds by unit id. Empty when the month has no table; a unit without any task is not in it. */
    Map<Long, Targets> of(YearMonth month);

    /**
     * Numbers of issues.
     *
     * @param find how many are to be found
     * @param rectify how many are to be rectified
     */
    record Targets(int find, int rectify) {}
}
