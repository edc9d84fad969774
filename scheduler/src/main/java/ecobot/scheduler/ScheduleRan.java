package ecobot.scheduler;

/** Application event: a planned run took effect. Published after its commit, outside any transaction. */
public record ScheduleRan(Occurrence occurrence) {}
