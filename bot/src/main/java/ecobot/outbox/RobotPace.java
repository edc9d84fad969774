package ecobot.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Keeps each group's custom robot within 20 messages a minute, for all nodes: a robot that says more is silenced for ten minutes. What was begun counts,
 * whatever became of it. The minute is two seconds longer than the platform's, for nodes' clocks differ.
 */
@Component
class RobotPace {

    static final int A_MINUTE = 20;
    static final Duration MINUTE = Duration.ofSeconds(62);

    private final OutboxMapper outbox;
    private final Clock machineClock;

    RobotPace(OutboxMapper outbox, @Qualifier("machineClock") Clock machineClock) {
        this.outbox = outbox;
        this.machineClock = machineClock;
    }

    /** When the lane's robot may speak next; empty for now. */
    Optional<Instant> freeAt(String lane) {
        List<Instant> uses = outbox.robotUses(lane, machineClock.instant().minus(MINUTE), A_MINUTE);
        return uses.size() < A_MINUTE
                ? Optional.empty()
                : Optional.of(uses.get(A_MINUTE - 1).plus(MINUTE));
    }

    /** To be called before an attempt is begun, so that a crash counts too much rather than too little. */
    void use(StoredOutgoing message) {
        outbox.useRobot(message.lane(), machineClock.instant(), message.id(), message.attempts() + 1);
    }
}
