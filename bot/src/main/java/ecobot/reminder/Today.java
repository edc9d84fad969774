package ecobot.reminder;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.issue.DueIssues.Band;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One morning: how far each due date is away, in working days, and which due dates lie on which step of the ladder. What is due on a day off
 * before the next working morning is due "today": no other morning comes before its date.
 */
record Today(LocalDate day, WorkCalendar calendar) {

    /** Working days since the due day; below zero before it. What was due yesterday or earlier is at least one day late. */
    int overdue(LocalDate dueOn) {
        return dueOn.isBefore(day)
                ? Math.max(1, calendar.workingDaysBetween(dueOn, day))
                : -calendar.workingDaysBetween(day, dueOn);
    }

    /** The due dates on each step on which somebody is told. The key is the step: days overdue, of the least overdue on it. */
    List<Band> bands(Ladder ladder) {
        var steps = ladder.steps();
        var bands = new ArrayList<Band>();
        for (int i = 0; i < steps.size(); i++) {
            int step = steps.get(i);
            if (ladder.rungs().stream().anyMatch(rung -> rung.appliesAt(step))) {
                var from =
                        i + 1 < steps.size() ? startOf(lastDue(steps.get(i + 1)).plusDays(1)) : Instant.EPOCH;
                var until = startOf(lastDue(step).plusDays(1));
                bands.add(new Band(step, from, until));
            }
        }
        return bands;
    }

    /** The last due date that is late by {@code overdue} working days or more. */
    private LocalDate lastDue(int overdue) {
        if (overdue <= 0) {
            return calendar.plusWorkingDays(day, 1 - overdue).minusDays(1);
        }
        var due = day.minusDays(1);
        while (overdue(due) < overdue) {
            due = due.minusDays(1);
        }
        return due;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Zone.SHANGHAI).toInstant();
    }
}
