package ecobot.scheduler;

/**
 * Application event: nothing is wrong with the schedule, or no longer. Published outside any transaction after a planned run took effect, when an
 * unusable row was mended or switched off, and at start for every schedule whose latest run did not fail.
 */
public record ScheduleHealthy(Schedule schedule) {}
