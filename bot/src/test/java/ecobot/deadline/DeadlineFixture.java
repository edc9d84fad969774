package ecobot.deadline;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import ecobot.chat.PackagedTemplates;
import ecobot.testing.Year2026;
import java.time.Clock;
import java.time.Instant;

/** Deadlines by the rules that ship with the application. */
public final class DeadlineFixture {

    private DeadlineFixture() {}

    public static Deadlines deadlinesAt(Instant now) {
        return deadlines(now, new Year2026());
    }

    public static Deadlines deadlines(Instant now, WorkCalendar calendar) {
        var clock = Clock.fixed(now, Zone.SHANGHAI);
        return new Deadlines(PackagedTemplates.at(clock), calendar, PackagedTemplates.formatsAt(clock));
    }
}
