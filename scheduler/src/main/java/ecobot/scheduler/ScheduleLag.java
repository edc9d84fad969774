package ecobot.scheduler;

import java.time.Duration;

/**
 * Application event, published by each node about every half minute: how far behind the schedules are.
 *
 * @param lag the longest time by which a planned run is overdue; zero when nothing is
 */
public record ScheduleLag(Duration lag) {}
