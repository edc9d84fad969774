package ecobot.plan;

import ecobot.scheduler.Schedule.HolidayPolicy;
import ecobot.scheduler.Schedule.MissedPolicy;
import ecobot.scheduler.Timing;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * A rule as people say it: on which days, when, what about days off, what about a run that was missed.
 *
 * @param times of day, in order, never none; all at the same minute of their hours, for so it is with a cron
 */
record Spoken(Days days, List<LocalTime> times, HolidayPolicy holiday, MissedPolicy missed) {

    Spoken {
        times = times.stream().distinct().sorted().toList();
        if (times.stream().map(LocalTime::getMinute).distinct().count() != 1) {
            throw new IllegalArgumentException("not at the same minute: " + times);
        }
    }

    /** What is meant by days alone: what is for the whole week is left alone, the rest waits for people to be back at work. */
    static HolidayPolicy usualPolicy(Days days) {
        boolean weekendsToo = days instanceof Days.Daily
                || (days instanceof Days.Weekly weekly
                        && weekly.days().tailSet(DayOfWeek.SATURDAY).size() > 0);
        return weekendsToo ? HolidayPolicy.ANYWAY : HolidayPolicy.AFTER;
    }

    Timing timing() {
        return new Timing(CronDays.cron(days, times), holiday, missed);
    }

    /** How a schedule would be said; empty for a cron that somebody wrote by hand and that has no words. */
    static Optional<Spoken> of(Timing timing) {
        return CronDays.read(timing.cron())
                .map(said -> new Spoken(said.days(), said.times(), timing.holiday(), timing.missed()));
    }
}
