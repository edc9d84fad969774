package ecobot.plan;

import ecobot.scheduler.Schedule.HolidayPolicy;
import ecobot.scheduler.Schedule.MissedPolicy;
import ecobot.scheduler.Timing;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;

/** A rule as people say it: on which days, at what time, what about days off, what about a run that was missed. */
record Spoken(Days days, LocalTime time, HolidayPolicy holiday, MissedPolicy missed) {

    /** What is meant by days alone: what is for the whole week is left alone, the rest waits for people to be back at work. */
    static HolidayPolicy usualPolicy(Days days) {
        boolean weekendsToo = days instanceof Days.Daily
                || (days instanceof Days.Weekly weekly
                        && weekly.days().tailSet(DayOfWeek.SATURDAY).size() > 0);
        return weekendsToo ? HolidayPolicy.ANYWAY : HolidayPolicy.AFTER;
    }

    Timing timing() {
        return new Timing(CronDays.cron(days, time), holiday, missed);
    }

    /** How a schedule would be said; empty for a cron that somebody wrote by hand and that has no words. */
    static Optional<Spoken> of(Timing timing) {
        return CronDays.read(timing.cron())
                .map(said -> new Spoken(said.days(), said.time(), timing.holiday(), timing.missed()));
    }
}
