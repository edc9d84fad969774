package ecobot.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Lets posts go whose time has come, and holds back what an outage has carried into quiet hours. */
@Component
class HeldPosts {

    private static final Logger log = LoggerFactory.getLogger(HeldPosts.class);
    private static final int AT_A_TIME = 200;

    /** What was decided when a post was stored holds for so long. After that an outage delayed it, and the hour may be another one. */
    private static final Duration DECIDED = Duration.ofMinutes(10);

    private final HeldMapper held;
    private final Burden burden;
    private final Clock clock;
    private final Clock machineClock;

    HeldPosts(HeldMapper held, Burden burden, Clock clock, @Qualifier("machineClock") Clock machineClock) {
        this.held = held;
        this.burden = burden;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    /** Opens the lanes of what may leave now. What comes too late for its day, after a downtime, takes a place of another day. */
    void release() {
        if (burden.isQuietNow()) {
            return;
        }
        List<HeldMapper.Held> due;
        do {
            due = held.due(clock.instant(), AT_A_TIME);
            due.forEach(this::release);
        } while (due.size() == AT_A_TIME);
    }

    /** Whether the message, about to be sent, was held instead. */
    boolean holds(StoredOutgoing message) {
        Instant decidedUntil = message.queuedAt().plus(DECIDED);
        if (message.state() == StoredOutgoing.State.SENDING
                || machineClock.instant().isBefore(decidedUntil)) {
            return false;
        }
        Optional<Instant> until = burden.heldUntil(
                message.kind(),
                message.target() == StoredOutgoing.TargetType.GROUP,
                message.lane(),
                message.messageKey());
        return until.isPresent() && hold(message.id(), until.get());
    }

    private void release(HeldMapper.Held post) {
        burden.heldUntil(post.kind(), post.group(), post.lane(), post.messageKey())
                .ifPresentOrElse(until -> hold(post.id(), until), () -> held.open(post.id(), machineClock.instant()));
    }

    private boolean hold(long id, Instant until) {
        log.info("Post {} waits until {}", id, until);
        return held.hold(id, until) == 1;
    }
}
