package ecobot.almanac;

import ecobot.audit.Alarms;
import ecobot.calendar.CalendarChanged;
import ecobot.calendar.CalendarNotices;
import ecobot.calendar.Zone;
import ecobot.chat.Announcements;
import ecobot.chat.Reply.MemberNote;
import ecobot.roster.Role;
import ecobot.roster.Roster;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.ScheduledTask;
import java.time.Clock;
import java.time.Instant;
import java.time.Month;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * From 1 November on, week by week, asks the admins for the next year's notice until it is loaded; the State Council publishes it in these weeks. Also an
 * alarm for operators.
 */
@Component
class NextYearTask implements ScheduledTask {

    static final String ALARM = "calendar-year-unknown";

    private final CalendarNotices notices;
    private final Roster roster;
    private final Announcements announcements;
    private final Alarms alarms;
    private final Clock clock;

    NextYearTask(CalendarNotices notices, Roster roster, Announcements announcements, Alarms alarms, Clock clock) {
        this.notices = notices;
        this.roster = roster;
        this.announcements = announcements;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "calendar-next-year";
    }

    @Override
    public void run(Occurrence occurrence) {
        missing(occurrence.plannedAt()).ifPresentOrElse(year -> ask(occurrence, year), () -> alarms.clear(ALARM));
    }

    @EventListener
    void on(CalendarChanged changed) {
        if (missing(clock.instant()).isEmpty()) {
            alarms.clear(ALARM);
        }
    }

    private void ask(Occurrence occurrence, int year) {
        alarms.raise(ALARM, Integer.toString(year));
        roster.membersWith(Role.ADMIN)
                .forEach(admin -> announcements.tell(
                        "calendar-next-year:" + occurrence.id() + ":" + admin.id(),
                        new MemberNote(admin, "almanac/next-year", Map.of("year", year))));
    }

    /** The first year that has to be known at that time and is not. */
    private Optional<Integer> missing(Instant at) {
        var today = at.atZone(Zone.SHANGHAI).toLocalDate();
        var years = notices.years();
        if (!years.contains(today.getYear())) {
            return Optional.of(today.getYear());
        }
        boolean soon = today.getMonth().compareTo(Month.NOVEMBER) >= 0;
        return soon && !years.contains(today.getYear() + 1) ? Optional.of(today.getYear() + 1) : Optional.empty();
    }
}
