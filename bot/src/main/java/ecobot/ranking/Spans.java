package ecobot.ranking;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.issue.TallySpan;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Turns working days of the rules into instants that the database can compare. */
@Component
class Spans {

    private final WorkCalendar calendar;

    Spans(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** What is counted of a period, as of {@code cutOff}. */
    TallySpan of(Period period, Instant cutOff, Rules rules) {
        var overrides = rules.overrides();
        var veryLongBefore = dueBefore(overrides.redOverdueDays(), cutOff);
        var longBefore =
                overrides.yellowOverdueDays() == 0 ? veryLongBefore : dueBefore(overrides.yellowOverdueDays(), cutOff);
        return new TallySpan(period.startsAt(), cutOff, cutOff, longBefore, veryLongBefore);
    }

    /** What was due before this is overdue by more than {@code days} working days; none when 0. A cut-off at midnight belongs to the day that ends. */
    private Instant dueBefore(int days, Instant cutOff) {
        if (days == 0) {
            return Instant.EPOCH;
        }
        var today = LocalDate.ofInstant(cutOff.minusMillis(1), Zone.SHANGHAI);
        var dueOn = today;
        while (calendar.workingDaysBetween(dueOn, today) <= days) {
            dueOn = dueOn.minusDays(1);
        }
        return dueOn.plusDays(1).atStartOfDay(Zone.SHANGHAI).toInstant();
    }
}
