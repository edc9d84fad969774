package ecobot.dingtalk;

import ecobot.outbox.Messenger;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Result;
import ecobot.outbox.Messenger.Sent;
import ecobot.outbox.Outgoing.Ding;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * DING: rings. The platform takes no key for it, and a phone that rings twice for nothing is worse than one that does not: so what may have rung
 * does not ring again. The message that goes with it always leaves. Where the organisation has no DING nothing is asked for an hour.
 */
@Component
class Dings {

    private final AppRobot robot;
    private final Permission permission;

    Dings(AppRobot robot, @Qualifier("machineClock") Clock machineClock) {
        this.robot = robot;
        permission = new Permission("DING", "Premium.Ding.Write", machineClock);
    }

    /** Whether the organisation turned us away a short while ago. */
    boolean isTurnedAway() {
        return permission.isRefused();
    }

    /** @param mayHaveRung whether an earlier attempt ended in doubt */
    Result send(Ding ding, boolean mayHaveRung, Deadline deadline) throws CallFailed {
        if (mayHaveRung) {
            return new Messenger.Refused("may-have-rung");
        }
        // Where there is no DING the platform has many words for it.
        return permission.use(() -> ring(ding, deadline), fault -> fault.remedy() == Fault.Remedy.REFUSED);
    }

    private Result ring(Ding ding, Deadline deadline) throws CallFailed {
        robot.ding(ding.staffIds(), ding.text(), deadline);
        return new Sent(Channel.DING, null);
    }
}
