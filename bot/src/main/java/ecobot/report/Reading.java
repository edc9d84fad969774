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
        @Nullable Outcome deadline) {}
