package ecobot.dingtalk;

import ecobot.outbox.Messenger;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Result;
import ecobot.outbox.Messenger.Sent;
import ecobot.outbox.Outgoing.Ding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * DING: rings. The platform takes no key for it, and a phone that rings twice for nothing is worse than one that does not: so what may have rung
 * does not ring again. The message that goes with it always leaves. Where the organisation has no DING nothing is asked for an hour.
 */
@Component
class Dings {

    private static final Logger log = LoggerFactory.getLogger(Dings.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final AppRobot robot;
    private final Clock machineClock;
    private volatile Instant pausedUntil = Instant.EPOCH;

    Dings(AppRobot robot, @Qualifier("machineClock") Clock machineClock) {
        this.robot = robot;
        this.machineClock = machineClock;
    }

    /** Whether the organisation turned us away a short while ago. */
    boolean isTurnedAway() {
        return machineClock.instant().isBefore(pausedUntil);
    }

    /** @param mayHaveRung whether an earlier attempt ended in doubt */
    Result send(Ding ding, boolean mayHaveRung, Deadline deadline) throws CallFailed {
        if (mayHaveRung) {
            return new Messenger.Refused("may-have-rung");
        }
        if (isTurnedAway()) {
            return new Messenger.Refused(Todos.NO_PERMISSION);
        }
        try {
            robot.ding(ding.staffIds(), ding.text(), deadline);
            return new Sent(Channel.DING, null);
        } catch (CallFailed e) {
            if (e.fault().remedy() == Fault.Remedy.REFUSED) {
                pausedUntil = machineClock.instant().plus(PAUSE);
                log.warn(
                        "No DING for an hour, messages only ({}; Premium.Ding.Write)",
                        e.fault().reason());
            }
            throw e;
        }
    }
}
