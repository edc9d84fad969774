package ecobot.outbox;

import ecobot.database.AfterCommit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stopped targets, read again every few seconds. A node that does not know yet sends once more and is told the same; so being late costs
 * a call and nothing else.
 */
@Component
class StoredTargets implements Targets {

    private static final Logger log = LoggerFactory.getLogger(StoredTargets.class);
    private static final Duration FRESH_FOR = Duration.ofSeconds(2);

    private final StoppedMapper rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Clock machineClock;
    private volatile @Nullable Reading reading;

    StoredTargets(
            StoppedMapper rows,
            ApplicationEventPublisher events,
            Clock clock,
            @Qualifier("machineClock") Clock machineClock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    @Override
    public List<Stopped> stopped() {
        Reading last = reading;
        Instant now = machineClock.instant();
        if (last == null || last.at().plus(FRESH_FOR).isBefore(now)) {
            last = new Reading(rows.all(), now);
            reading = last;
        }
        return last.stopped();
    }

    @Override
    public boolean isStopped(String conversationId) {
        return stopped().stream().anyMatch(target -> target.conversationId().equals(conversationId));
    }

    @Override
    public boolean open(String conversationId) {
        if (!isStopped(conversationId)) {
            return false;
        }
        boolean opened = rows.open(conversationId) == 1;
        AfterCommit.run(this::forget);
        if (opened) {
            log.info("A group is sent to again: {}", conversationId);
        }
        return opened;
    }

    /** Stops a group and fails what waits for it; does nothing when another node has just done so. */
    @Transactional
    public void stop(String lane, String reason) {
        Instant now = clock.instant();
        try {
            rows.stop(lane, reason, now);
        } catch (DuplicateKeyException e) {
            return;
        }
        Instant machineNow = machineClock.instant();
        int failed = rows.failWaiting(lane, STOPPED, machineNow) + rows.failHeld(lane, STOPPED, machineNow);
        log.warn("Nothing is sent to a group any more: {} ({}); {} messages failed", lane, reason, failed);
        events.publishEvent(new TargetStopped(new Stopped(lane, reason, now), failed));
        AfterCommit.run(this::forget);
    }

    private void forget() {
        reading = null;
    }

    private record Reading(List<Stopped> stopped, Instant at) {}
}
