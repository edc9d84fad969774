package ecobot.scheduler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The schedules of the table {@code schedule}. */
@Component
class StoredSchedules implements Schedules {

    private final ScheduleMapper schedules;
    private final Rulebook rulebook;
    private final Runs runs;
    private final Ledger ledger;
    private final Upkeep upkeep;
    private final Clock clock;

    StoredSchedules(ScheduleMapper schedules, Rulebook rulebook, Runs runs, Ledger ledger, Upkeep upkeep, Clock clock) {
        this.schedules = schedules;
        this.rulebook = rulebook;
        this.runs = runs;
        this.ledger = ledger;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    @Override
    public List<Schedule> all() {
        return schedules.all();
    }

    @Override
    public Optional<Schedule> named(String name) {
        return schedules.named(name);
    }

    @Override
    public Optional<Instant> nextAfter(Schedule schedule, Instant after) {
        return schedule.enabled() ? runs.nextNotSkipped(rulebook.plan(schedule), schedule, after) : Optional.empty();
    }

    @Override
    public Occurrence runNow(Schedule schedule) {
        return ledger.runNow(rulebook.rule(schedule));
    }

    @Override
    public Duration lag(Instant now) {
        return upkeep.lag(now);
    }

    @Override
    public synchronized void advance(Instant target, Consumer<Instant> setClock) {
        Instant now = clock.instant();
        if (target.isBefore(now)) {
            throw new IllegalArgumentException("time goes forward only: " + target + " is before " + now);
        }
        List<Rule> inForce = rulebook.inForce();
        inForce.forEach(runs::runDue);
        new Walk(inForce, runs, setClock).from(now).to(target);
        setClock.accept(target);
        upkeep.sweep();
    }
}
