package ecobot.ranking;

import java.util.Set;
import org.springframework.stereotype.Component;

/** Works out what a posted table would be if it were made again. Writes nothing. */
@Component
class Corrections {

    private final LeagueTables tables;
    private final Snapshots snapshots;

    Corrections(LeagueTables tables, Snapshots snapshots) {
        this.tables = tables;
        this.snapshots = snapshots;
    }

    /**
     * Counts a table again from the issues as they are now, up to its own cut-off and by its own rules.
     *
     * @param posted the last version of its period
     * @param leaveOut numbers of issues that are not to count, besides those that do not anyway
     */
    Correction of(Snapshot posted, Set<Long> leaveOut) {
        var table = posted.content().table();
        return Correction.of(posted, tables.again(table, leaveOut), snapshots.after(table.period()));
    }
}
