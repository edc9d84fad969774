package ecobot.issue;

import ecobot.issue.Issue.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door to counts of what units did. */
public interface Tally {

    /**
     * What each unit did, read from counters: how long it takes depends on the units, the stretches of the period, and the dates of which something is
     * overdue, not on how many issues there are. What is asked about a time long gone also reads what was closed since then.
     *
     * @return units that have a figure other than zero, by id; the others did nothing
     */
    default List<UnitFigures> of(TallySpan span) {
        return of(span, null);
    }

    /** Likewise, of issues of one kind alone; of all when null. An issue of several kinds is in the figures of each. */
    List<UnitFigures> of(TallySpan span, @Nullable Kind kind);

    /**
     * The issues of one unit that stand behind {@link #of}, by mark and number; 500 at most.
     *
     * @return nothing for issues that are as they should be
     */
    List<IssueMark> behind(long unitId, TallySpan span);
}
