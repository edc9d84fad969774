package ecobot.issue;

import java.util.List;

/** The door to counts of what units did. */
public interface Tally {

    /**
     * What each unit did: one statement, whatever the number of issues.
     *
     * @return units that have a figure other than zero, by id; the others did nothing
     */
    List<UnitFigures> of(TallySpan span);

    /**
     * The issues of one unit that stand behind {@link #of}, by mark and number; 500 at most.
     *
     * @return nothing for issues that are as they should be
     */
    List<IssueMark> behind(long unitId, TallySpan span);
}
