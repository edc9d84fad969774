package ecobot.report;

import ecobot.deadline.Deadlines.Outcome;
import ecobot.deadline.Source;
import ecobot.issue.Issue.Kind;
import ecobot.roster.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a report, or of one row of a table of reports.
 *
 * @param unit null when none was named
 * @param unknownUnit what was typed for a unit that the roster does not have; null when nothing was
 * @param kinds empty when none was recognised
 * @param place null when none was recognised
 * @param description empty when there are no words
 * @param deadline null when none was typed
 */
record Reading(
        @Nullable Unit unit,
        @Nullable String unknownUnit,
        List<Kind> kinds,
        Source source,
        @Nullable String place,
        String description,
        @Nullable Outcome deadline) {

    boolean namesUnit() {
        return unit != null || unknownUnit != null;
    }

    /** What this one does not say, a more general one says; not the description. */
    Reading orFrom(Reading general) {
        return new Reading(
                namesUnit() ? unit : general.unit,
                namesUnit() ? unknownUnit : general.unknownUnit,
                kinds.isEmpty() ? general.kinds : kinds,
                source == Source.PATROL ? general.source : source,
                place == null ? general.place : place,
                description,
                deadline == null ? general.deadline : deadline);
    }
}
