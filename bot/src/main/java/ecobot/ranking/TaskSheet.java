package ecobot.ranking;

import ecobot.ranking.TaskMonths.From;
import ecobot.roster.Unit;
import java.util.List;

/**
 * What stands in a workbook.
 *
 * @param from where its month was found
 * @param missing ranked units that it does not name: they have nothing to do
 * @param bad cells that cannot be taken, from top to bottom; with any of them the table is not complete and must not be kept
 */
record TaskSheet(TaskTable table, From from, List<Unit> missing, List<BadCell> bad) {

    boolean isGood() {
        return bad.isEmpty();
    }
}
