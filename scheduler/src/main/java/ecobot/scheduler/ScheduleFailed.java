package ecobot.scheduler;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Application event: a run failed and was rolled back, or a schedule cannot run at all. Published after the failure is recorded, outside any
 * transaction. {@link ScheduleHealthy} ends the matter.
 *
 * @param plannedAt of the run; null when the schedule itself is unusable (no such task, a cron that is not understood)
 * @param attempts how often the run was tried; 0 when the schedule is unusable
 * @param retryAt when it is tried again; null when it is not
 * @param reason for operators: the kind of error, without data of the run
 */
public record ScheduleFailed(
        Schedule schedule,
        @Nullable Instant plannedAt,
        int attempts,
        @Nullable Instant retryAt,
        String reason) {}
