package ecobot.scheduler;

/**
 * A rule for times and what happens then. One row of {@code schedule}.
 *
 * @param id row id
 * @param name unique, for operators: {@code league-table-weekly}
 * @param task name of the {@link ScheduledTask} to run
 * @param cron Quartz cron expression, read in Asia/Shanghai
 * @param holiday what happens when the planned day is a day off
 * @param missed what happens to a firing that was missed while the application was down
 * @param options JSON object for the task, {@code "{}"} when it needs none
 * @param enabled whether it fires at all
 */
public record Schedule(
        long id,
        String name,
        String task,
        String cron,
        HolidayPolicy holiday,
        MissedPolicy missed,
        String options,
        boolean enabled) {

    /** What to do when the planned day is a day off. */
    public enum HolidayPolicy {
        /** Run as planned. */
        ANYWAY,
        /** Leave it out. */
        SKIP,
        /** Run on the last working day before. */
        BEFORE,
        /** Run on the first working day after. */
        AFTER
    }

    /** What to do with a firing that was missed: never more than one run, never a burst. */
    public enum MissedPolicy {
        /** Run the latest missed one, marked as late. */
        LATE,
        /** Leave it out and record it as skipped. */
        SKIP
    }
}
