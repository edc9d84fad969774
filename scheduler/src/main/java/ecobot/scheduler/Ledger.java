package ecobot.scheduler;

import ecobot.calendar.Zone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs occurrences and keeps the record of them. The record and what the task writes are one transaction. The record is written first: its
 * unique key makes a second starter wait, and then find that there is nothing to do.
 */
@Component
class Ledger {

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    private final OccurrenceMapper occurrences;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate joined;
    private final TransactionTemplate own;

    Ledger(
            OccurrenceMapper occurrences,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.occurrences = occurrences;
        this.events = events;
        this.clock = clock;
        joined = new TransactionTemplate(transactions);
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Optional<LastRun> last(Schedule schedule, Instant upTo) {
        return occurrences.last(schedule.id(), upTo);
    }

    /** Planned times ahead that are to be left out. */
    Set<Instant> leftOut(Schedule schedule, Instant after) {
        return Set.copyOf(occurrences.leftOut(schedule.id(), after));
    }

    /**
     * Runs a planned occurrence unless it is recorded. A failure is recorded, not thrown; an {@code Error} too, since a run without a record
     * stays due.
     */
    void run(Rule rule, Instant plannedAt, boolean late) {
        try {
            own.<Optional<Occurrence>>execute(transaction -> {
                        Optional<Occurrence> occurrence = insert(rule.schedule(), plannedAt, false, late);
                        occurrence.ifPresent(rule.task()::run);
                        return occurrence;
                    })
                    .ifPresent(this::ran);
        } catch (RuntimeException | Error e) {
            Instant now = clock.instant();
            Optional<Instant> retryAt = BackOff.retryAt(now, 1);
            if (inserted(() -> occurrences.insertFailed(
                    rule.schedule().id(), plannedAt, late, now, retryAt.orElse(null), reason(e)))) {
                failed(rule, plannedAt, 1, retryAt, e);
            } else {
                log.warn("{} failed for {} here, but is recorded by another starter", rule.name(), local(plannedAt), e);
            }
        }
    }

    /** Runs an occurrence that failed once more, unless somebody else does. A failure is recorded, not thrown. */
    void retry(Rule rule, LastRun last, Duration tolerance) {
        Instant now = clock.instant();
        boolean late = last.plannedAt().plus(tolerance).isBefore(now);
        Occurrence occurrence = new Occurrence(last.id(), rule.schedule(), last.plannedAt(), late, false);
        try {
            if (Boolean.TRUE.equals(own.execute(transaction -> {
                boolean mine = occurrences.retryDone(last.id(), last.attempts(), late, now) == 1;
                if (mine) {
                    rule.task().run(occurrence);
                }
                return mine;
            }))) {
                ran(occurrence);
            }
        } catch (RuntimeException | Error e) {
            int attempts = last.attempts() + 1;
            Optional<Instant> retryAt = BackOff.retryAt(now, attempts);
            if (occurrences.retryFailed(last.id(), last.attempts(), now, retryAt.orElse(null), reason(e)) == 1) {
                failed(rule, last.plannedAt(), attempts, retryAt, e);
            }
        }
    }

    /** Records a planned occurrence that was missed and is not made up for. */
    void skip(Rule rule, Instant plannedAt) {
        if (inserted(() -> occurrences.insertSkipped(rule.schedule().id(), plannedAt, clock.instant()))) {
            log.warn("{} planned for {} was missed and is left out", rule.name(), local(plannedAt));
        }
    }

    /** Runs an unplanned occurrence in the caller's transaction, if there is one. A failure is the caller's. */
    Occurrence runNow(Rule rule) {
        return joined.<Occurrence>execute(transaction -> {
            Occurrence occurrence = byHand(rule.schedule());
            rule.task().run(occurrence);
            return occurrence;
        });
    }

    /** Records an unplanned occurrence. */
    Occurrence byHand(Schedule schedule) {
        Instant at = betweenPlannedTimes(clock.instant());
        Optional<Occurrence> occurrence = insert(schedule, at, true, false);
        while (occurrence.isEmpty()) {
            at = betweenPlannedTimes(at.plusMillis(1));
            occurrence = insert(schedule, at, true, false);
        }
        return occurrence.get();
    }

    private Optional<Occurrence> insert(Schedule schedule, Instant plannedAt, boolean byHand, boolean late) {
        return inserted(() -> occurrences.insertDone(schedule.id(), plannedAt, byHand, late, clock.instant()))
                ? Optional.of(new Occurrence(occurrences.lastId(), schedule, plannedAt, late, byHand))
                : Optional.empty();
    }

    private static boolean inserted(Runnable insert) {
        try {
            insert.run();
            return true;
        } catch (DuplicateKeyException alreadyThere) {
            return false;
        }
    }

    /** Planned times are whole seconds; a run by hand must never take the key of one. */
    private static Instant betweenPlannedTimes(Instant time) {
        Instant millis = time.truncatedTo(ChronoUnit.MILLIS);
        return millis.equals(time.truncatedTo(ChronoUnit.SECONDS)) ? millis.plusMillis(1) : millis;
    }

    private void ran(Occurrence occurrence) {
        log.info(
                "{} ran for {}{}",
                occurrence.schedule().name(),
                local(occurrence.plannedAt()),
                occurrence.late() ? ", late" : "");
        publish(new ScheduleHealthy(occurrence.schedule()));
    }

    private void failed(Rule rule, Instant plannedAt, int attempts, Optional<Instant> retryAt, Throwable error) {
        log.error(
                "{} failed for {} at attempt {}; {}",
                rule.name(),
                local(plannedAt),
                attempts,
                retryAt.map(at -> "next attempt at " + local(at)).orElse("given up"),
                error);
        publish(new ScheduleFailed(rule.schedule(), plannedAt, attempts, retryAt.orElse(null), reason(error)));
    }

    /** The run is over and recorded: a listener's trouble is not the run's. */
    private void publish(Object event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException e) {
            log.error("A listener failed on {}", event.getClass().getSimpleName(), e);
        }
    }

    private static LocalDateTime local(Instant time) {
        return time.atZone(Zone.SHANGHAI).toLocalDateTime();
    }

    /** The kind of error only: messages may quote data. The log has the rest. */
    private static String reason(Throwable error) {
        return error.getClass().getSimpleName();
    }
}
