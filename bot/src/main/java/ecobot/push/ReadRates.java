package ecobot.push;

import java.time.Instant;
import java.util.List;

/** How much of what was pushed is read, by unit. */
public interface ReadRates {

    /**
     * What counts for a span of time: the pushes whose time for reading ended in it, as far as it was known at {@code knownAt}. The same question is
     * answered alike however late it is asked.
     *
     * @param from inclusive
     * @param until exclusive
     */
    List<UnitRate> of(Instant from, Instant until, Instant knownAt);

    /**
     * The counts of one unit; each person counts once for each material.
     *
     * @param haveRead of the {@code wanted}, who have
     */
    record UnitRate(long unitId, int wanted, int haveRead) {}
}
