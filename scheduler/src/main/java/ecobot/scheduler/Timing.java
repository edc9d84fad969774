package ecobot.scheduler;

import ecobot.scheduler.Schedule.HolidayPolicy;
import ecobot.scheduler.Schedule.MissedPolicy;

/**
 * When a schedule is planned.
 *
 * @param cron Quartz cron expression, read in Asia/Shanghai
 * @param holiday what happens when the planned day is a day off
 * @param missed what happens to a run that was missed while the application was down
 */
public record Timing(String cron, HolidayPolicy holiday, MissedPolicy missed) {

    public static Timing of(Schedule schedule) {
        return new Timing(schedule.cron(), schedule.holiday(), schedule.missed());
    }
}
