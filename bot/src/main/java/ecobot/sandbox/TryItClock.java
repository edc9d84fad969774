package ecobot.sandbox;

import ecobot.TryIt;
import ecobot.calendar.SettableClock;
import ecobot.scheduler.Schedules;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sets the application's clock forward. The distance from the machine's clock is kept, so that a restart does not go back in time. */
@TryIt
@Component
class TryItClock {

    private final SettableClock clock;
    private final ObjectProvider<Schedules> schedules;
    private final Journal journal;

    TryItClock(SettableClock clock, ObjectProvider<Schedules> schedules, Journal journal) {
        this.clock = clock;
        this.schedules = schedules;
        this.journal = journal;
    }

    /** Moves on; what is planned in between happens at its time, in order. */
    synchronized Instant advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time does not go back");
        }
        var target = clock.instant().plus(by);
        schedules.ifAvailable(all -> all.advance(target, this::set));
        set(target);
        return clock.instant();
    }

    private void set(Instant now) {
        if (now.isAfter(clock.instant())) {
            clock.set(now);
            journal.append(new Entry.ClockSet(now, clock.offset()));
        }
    }
}
