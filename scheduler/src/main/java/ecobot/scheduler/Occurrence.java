package ecobot.scheduler;

import java.time.Instant;

/**
 * One run of a schedule. Unique by (schedule, planned time), so that a second firing of the same occurrence does nothing.
 *
 * @param id row id, positive
 * @param plannedAt the time that the schedule's cron names, never the time of catching up
 * @param late whether it runs after a missed firing, later than the schedule tolerates
 * @param byHand whether somebody asked for it, outside the plan
 */
public record Occurrence(long id, Schedule schedule, Instant plannedAt, boolean late, boolean byHand) {}
