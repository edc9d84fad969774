package ecobot.issue;

import ecobot.issue.Issue.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door to counts of what units did. */
public interface Tally {

    /**
     * What each unit did: one statement, whatever the number of issues.
     *
     * @return units that have a figure other than zero, by id; the others did nothing
     */
    default List<UnitFigures> of(TallySpan span) {
        return of(span, null);
    }

    /** Likewise, of issues of one kind alone (they may have others besides); of all when null. */
    List<UnitFigures> of(TallySpan span, @Nullable Kind kind);

    /**
     * The issues of one unit that stand behind {@link #of}, by mark and number; 500 at most.
     *
     * @return nothing for issues that are as they should be
     */
    List<IssueMark> behind(long unitId, TallySpan span);
}
