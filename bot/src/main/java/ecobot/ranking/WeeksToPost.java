package ecobot.ranking;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.scheduler.Occurrence;
import ecobot.scheduler.ScheduleDesk;
import java.time.LocalDate;
import java.util.LinkedList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which weeks a run of the weekly table is about: the one that has ended, and before it those that ended since the last table and have none, because a
 * holiday made one run of several. A week in which nobody worked gets no table of its own, nor does one before a run that somebody left out on purpose.
 */
@Component
class WeeksToPost {

    /** In one post, so that groups are not flooded after a long silence. */
    private static final int MOST = 4;

    private final Snapshots snapshots;
    private final ScheduleDesk desk;
    private final WorkCalendar calendar;

    WeeksToPost(Snapshots snapshots, ScheduleDesk desk, WorkCalendar calendar) {
        this.snapshots = snapshots;
        this.desk = desk;
        this.calendar = calendar;
    }

    /** The weeks in order, the one that has ended last; by hand it is that one alone. */
    List<Period> of(Occurrence occurrence) {
        var ended = Period.weekEndedBefore(occurrence.plannedAt());
        if (occurrence.byHand()) {
            return List.of(ended);
        }
        var weeks = new LinkedList<Period>();
        weeks.add(ended);
        var first = snapshots.before(ended, 1).stream()
                .findFirst()
                .map(posted -> notLeftOut(posted.content().table().period(), occurrence))
                .orElse(ended.from());
        for (var week = ended.previous(); !week.from().isBefore(first) && weeks.size() < MOST; week = week.previous()) {
            if (week.from().datesUntil(week.until()).anyMatch(calendar::isWorkingDay)) {
                weeks.addFirst(week);
            }
        }
        return List.copyOf(weeks);
    }

    /** The first day from which weeks are wanted. */
    private LocalDate notLeftOut(Period posted, Occurrence occurrence) {
        return desk.lastLeftOut(occurrence.schedule(), posted.endsAt(), occurrence.plannedAt())
                .map(leftOut -> LocalDate.ofInstant(leftOut, Zone.SHANGHAI))
                .map(day -> Period.weekOf(day).from())
                .orElse(posted.until());
    }
}
