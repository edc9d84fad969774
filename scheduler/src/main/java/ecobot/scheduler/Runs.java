package ecobot.scheduler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides what of a schedule is due, what was missed, and what is to be tried again. */
@Component
class Runs {

    /** Later than this a run is late: a restart takes less. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** So many missed times of one schedule are recorded, the latest ones: a long downtime leaves a trace, not a flood. */
    private static final int RECORDED_MISSES = 50;

    private final ScheduleMapper schedules;
    private final Ledger ledger;
    private final Clock clock;

    Runs(ScheduleMapper schedules, Ledger ledger, Clock clock) {
        this.schedules = schedules;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Takes note of a rule that is new or was changed: it holds from now on, so what it would have named before is no miss. The same when
     * the clock was set back.
     */
    void adopt(Schedule schedule) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (seenSince(schedule, now).isEmpty()) {
            schedules.see(schedule.id(), fingerprint(schedule), now);
        }
    }

    Standing standing(Rule rule, Instant now) {
        Instant since = seenSince(rule.schedule(), now).orElse(now);
        LastRun last = ledger.last(rule.schedule(), now).orElse(null);
        return new Standing(last == null || last.plannedAt().isBefore(since) ? since : last.plannedAt(), last);
    }

    /** Whether its latest planned run is one that failed and was not made good. */
    boolean latestFailed(Schedule schedule) {
        return ledger.last(schedule, clock.instant()).filter(LastRun::failed).isPresent();
    }

    /** When there is something to do next, which may lie in the past. */
    Optional<Instant> nextMoment(Rule rule) {
        return standing(rule, clock.instant()).nextMoment(rule.plan());
    }

    /** The first planned time after {@code after} that nobody said to leave out. */
    Optional<Instant> nextNotSkipped(Plan plan, Schedule schedule, Instant after) {
        Set<Instant> leftOut = ledger.leftOut(schedule, after);
        Optional<Instant> next = plan.nextAfter(after);
        while (next.filter(leftOut::contains).isPresent()) {
            next = plan.nextAfter(next.get());
        }
        return next;
    }

    /** Does what is due now: at most one run, however many were missed. */
    void runDue(Rule rule) {
        Instant now = clock.instant();
        Standing standing = standing(rule, now);
        List<Instant> due = rule.plan().latest(RECORDED_MISSES, standing.accountedUpTo(), now);
        if (due.isEmpty()) {
            retryDue(rule, standing, now);
        } else {
            int latest = due.size() - 1;
            due.subList(0, latest).forEach(missed -> ledger.skip(rule, missed));
            runLatest(rule, due.get(latest), now);
        }
    }

    /** Does what {@code moment} was for, as if nothing were late. */
    void runAt(Rule rule, Instant moment, Standing standing) {
        LastRun last = standing.last();
        if (last != null && moment.equals(last.retryAt())) {
            ledger.retry(rule, last, TOLERANCE);
        } else {
            ledger.run(rule, moment, false);
        }
    }

    private void runLatest(Rule rule, Instant plannedAt, Instant now) {
        boolean late = plannedAt.plus(TOLERANCE).isBefore(now);
        if (late && rule.schedule().missed() == Schedule.MissedPolicy.SKIP) {
            ledger.skip(rule, plannedAt);
        } else {
            ledger.run(rule, plannedAt, late);
        }
    }

    private void retryDue(Rule rule, Standing standing, Instant now) {
        LastRun last = standing.last();
        if (last != null && last.retryAt() != null && !last.retryAt().isAfter(now)) {
            ledger.retry(rule, last, TOLERANCE);
        }
    }

    private Optional<Instant> seenSince(Schedule schedule, Instant now) {
        return schedules.seenSince(schedule.id(), fingerprint(schedule)).filter(since -> !since.isAfter(now));
    }

    private static String fingerprint(Schedule schedule) {
        return "%s %s %s".formatted(schedule.enabled() ? "on" : "off", schedule.holiday(), schedule.cron());
    }
}
