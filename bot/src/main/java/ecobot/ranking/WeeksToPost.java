package ecobot.ranking;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.scheduler.Occurrence;
import java.time.LocalDate;
import java.util.LinkedList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which weeks a run of the weekly table is about: the one that has ended, and before it those that have no table yet because nobody has worked since they
 * ended: a holiday has made one run of several. What was missed or left out on working days stays so. A week in which nobody worked gets no table later.
 */
@Component
class WeeksToPost {

    private final Snapshots snapshots;
    private final WorkCalendar calendar;

    WeeksToPost(Snapshots snapshots, WorkCalendar calendar) {
        this.snapshots = snapshots;
        this.calendar = calendar;
    }

    /** The weeks in order, the one that has ended last; by hand it is that one alone. */
    List<Period> of(Occurrence occurrence) {
        var ended = Period.weekEndedBefore(occurrence.plannedAt());
        var weeks = new LinkedList<>(List.of(ended));
        if (!occurrence.byHand()) {
            var today = LocalDate.ofInstant(occurrence.plannedAt(), Zone.SHANGHAI);
            var untold = endOfLastTable(ended);
            for (var week = ended.previous();
                    !week.from().isBefore(untold) && isOff(week.until(), today);
                    week = week.previous()) {
                if (!isOff(week.from(), week.until())) {
                    weeks.addFirst(week);
                }
            }
        }
        return List.copyOf(weeks);
    }

    /** Where there was never a table, there is nothing to make up for. */
    private LocalDate endOfLastTable(Period ended) {
        return snapshots.before(ended, 1).stream()
                .findFirst()
                .map(posted -> posted.content().table().period().until())
                .orElse(ended.from());
    }

    private boolean isOff(LocalDate from, LocalDate until) {
        return from.datesUntil(until).noneMatch(calendar::isWorkingDay);
    }
}
