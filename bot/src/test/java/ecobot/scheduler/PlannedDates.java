package ecobot.scheduler;

import ecobot.calendar.WorkCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The planned times of a rule by a calendar of the test's own, for tests of other rooms. */
public final class PlannedDates {

    private PlannedDates() {}

    public static List<PlannedRun> of(Timing timing, WorkCalendar calendar, Instant after, int most) {
        return new Plan(Cron.of(timing.cron()), timing.holiday(), calendar).outlook(after, most, Set.of());
    }
}
