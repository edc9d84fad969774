package ecobot.scheduler;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
class StoredScheduleDesk implements ScheduleDesk {

    private static final int MOST_OF_ONE_TASK = 1_000;
    private static final int LOOKED_BACK_AT = 50;

    private final ScheduleMapper schedules;
    private final OccurrenceMapper occurrences;
    private final Rulebook rulebook;
    private final Runs runs;
    private final Ledger ledger;
    private final Tasks tasks;
    private final UpkeepLifecycle upkeep;
    private final Clock clock;

    StoredScheduleDesk(
            ScheduleMapper schedules,
            OccurrenceMapper occurrences,
            Rulebook rulebook,
            Runs runs,
            Ledger ledger,
            Tasks tasks,
            UpkeepLifecycle upkeep,
            Clock clock) {
        this.schedules = schedules;
        this.occurrences = occurrences;
        this.rulebook = rulebook;
        this.runs = runs;
        this.ledger = ledger;
        this.tasks = tasks;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    @Override
    public Optional<Schedule> find(long id) {
        return schedules.find(id);
    }

    @Override
    public Schedule add(String task, Timing timing) {
        if (tasks.named(task).isEmpty()) {
            throw new IllegalArgumentException("no task is named " + task);
        }
        Cron.of(timing.cron());
        String name = freeName(task);
        schedules.insert(name, task, timing);
        Schedule schedule = schedules.named(name).orElseThrow();
        changed(schedule.id());
        return schedule;
    }

    @Override
    public boolean change(Schedule seen, Timing timing) {
        Cron.of(timing.cron());
        return changedIf(schedules.change(seen, timing), seen.id());
    }

    @Override
    public boolean enable(Schedule seen, boolean enabled) {
        return changedIf(schedules.enable(seen, enabled), seen.id());
    }

    /** A run that is being recorded holds the row too, since its record refers to it. */
    @Override
    public void lock(Schedule schedule) {
        schedules.lock(schedule.id());
    }

    @Override
    public boolean remove(Schedule seen) {
        return changedIf(schedules.remove(seen, now()), seen.id());
    }

    @Override
    public boolean restore(long id) {
        return changedIf(schedules.restore(id), id);
    }

    @Override
    public Optional<Instant> skipNext(Schedule schedule) {
        // Two managers at once leave out two runs, as they do one after the other.
        schedules.lock(schedule.id());
        Instant now = clock.instant();
        Optional<Instant> next = runs.nextNotSkipped(rulebook.plan(schedule), schedule, now);
        next.ifPresent(plannedAt -> occurrences.insertLeftOut(schedule.id(), plannedAt, now()));
        return next;
    }

    @Override
    public boolean unskip(Schedule schedule, Instant plannedAt) {
        return occurrences.deleteLeftOut(schedule.id(), plannedAt, clock.instant()) == 1;
    }

    @Override
    public List<PlannedRun> next(Timing timing, Instant after, int most) {
        return rulebook.plan(timing).outlook(after, most, Set.of());
    }

    @Override
    public List<PlannedRun> next(Schedule schedule, Instant after, int most) {
        return rulebook.plan(schedule).outlook(after, most, Set.copyOf(occurrences.leftOut(schedule.id(), after)));
    }

    @Override
    public Optional<RunResult> last(Schedule schedule) {
        return occurrences.latest(schedule.id(), clock.instant());
    }

    @Override
    public Occurrence occurrenceToDrop(Schedule schedule) {
        // Who tries it at the same time would write the same rows and give them back, which ends in a deadlock.
        schedules.lock(schedule.id());
        return ledger.byHand(schedule);
    }

    @Override
    public List<Effect> effectsSince(Instant since) {
        return occurrences.latestDone(LOOKED_BACK_AT).stream()
                .filter(effect -> !effect.at().isBefore(since))
                .toList();
    }

    private boolean changedIf(int rows, long id) {
        if (rows == 1) {
            changed(id);
        }
        return rows == 1;
    }

    /** The rule holds from now on, whenever the next sweep comes. What was to be left out of the rule before is no more. */
    private void changed(long id) {
        occurrences.deleteAllLeftOut(id, clock.instant());
        schedules.find(id).ifPresent(runs::adopt);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    upkeep.sweepSoon();
                }
            });
        } else {
            upkeep.sweepSoon();
        }
    }

    private String freeName(String task) {
        Set<String> taken = Set.copyOf(schedules.names(task));
        return IntStream.range(1, MOST_OF_ONE_TASK)
                .mapToObj(number -> number == 1 ? task : task + "-" + number)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
