package ecobot.scheduler;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where people change schedules. A change is written in the caller's transaction and holds from its commit on: this node sets its alarms at once,
 * and whichever node an alarm wakes goes by the row. A change of a schedule that is no more as it was seen changes nothing and answers false.
 */
public interface ScheduleDesk {

    /** The schedule of that id; empty when there is none any more. */
    Optional<Schedule> find(long id);

    /**
     * A new schedule, enabled, with a name made of the task's.
     *
     * @throws IllegalArgumentException when no task has that name, or the cron is not understood
     */
    Schedule add(String task, Timing timing);

    /** @throws IllegalArgumentException when the cron is not understood */
    boolean change(Schedule seen, Timing timing);

    boolean enable(Schedule seen, boolean enabled);

    /**
     * Waits until nobody else is running, trying or changing it, and lets them wait from then on, until the caller's transaction ends: what was looked
     * up after that still holds when it is acted upon.
     */
    void lock(Schedule schedule);

    /** Ends it; its occurrences stay on record. */
    boolean remove(Schedule seen);

    /** Takes {@link #remove} back, as long as nobody did. */
    boolean restore(long id);

    /** Says that the next planned run is to be left out; the one after it when the next is left out already. Empty when there is none. */
    Optional<Instant> skipNext(Schedule schedule);

    /** Takes {@link #skipNext} back, as long as that time has not come. */
    boolean unskip(Schedule schedule, Instant plannedAt);

    /**
     * The next planned times after {@code after}, fewer than {@code most} when there are no more.
     *
     * @throws IllegalArgumentException when the cron is not understood
     */
    List<PlannedRun> next(Timing timing, Instant after, int most);

    /** Like {@link #next(Timing, Instant, int)}, for a schedule that there is, with what is to be left out marked. Regardless of whether it is enabled. */
    List<PlannedRun> next(Schedule schedule, Instant after, int most);

    /** The latest occurrence up to the clock's now, planned or by hand; empty when there was none. */
    Optional<RunResult> last(Schedule schedule);

    /**
     * Records an occurrence by hand without running anything, for a caller who wants to see what would come of it and rolls back after that. Joins
     * the caller's transaction, until whose end everybody else who tries the same schedule waits.
     */
    Occurrence occurrenceToDrop(Schedule schedule);

    /** The occurrences that took effect since {@code since}, planned or by hand, the latest first, a few dozen at most. */
    List<Effect> effectsSince(Instant since);

    /**
     * An occurrence that took effect.
     *
     * @param id of the occurrence
     * @param at when it ran
     */
    record Effect(long id, long scheduleId, Instant plannedAt, Instant at) {}
}
