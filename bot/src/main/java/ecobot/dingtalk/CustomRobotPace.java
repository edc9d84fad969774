package ecobot.dingtalk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Keeps every custom robot within its twenty messages a minute, whichever nodes send them; the twenty-first would silence it for ten minutes. A
 * message's slot is free again a minute after it was answered, not after it was begun: when the platform counted it is not known better.
 */
@Component
class CustomRobotPace {

    static final int MESSAGES = 20;

    /** The platform's minute, and what two nodes' clocks may differ by. */
    static final Duration WINDOW = Duration.ofSeconds(62);

    private final CustomRobotMapper slots;
    private final DingTalkSettings settings;
    private final Clock machineClock;

    CustomRobotPace(CustomRobotMapper slots, DingTalkSettings settings, @Qualifier("machineClock") Clock machineClock) {
        this.slots = slots;
        this.settings = settings;
        this.machineClock = machineClock;
    }

    /**
     * Asks for a slot.
     *
     * @param holder the message
     * @return empty when there is one, which has to be given back with {@link #answered}; else how long to wait for the next
     */
    Optional<Duration> take(String robot, String holder) {
        Instant now = machineClock.instant();
        if (takeOne(robot, holder, now)) {
            return Optional.empty();
        }
        Instant next = slots.nextFreeAt(robot);
        if (next != null) {
            return Optional.of(positive(Duration.between(now, next)));
        }
        for (int slot = 0; slot < MESSAGES; slot++) {
            slots.add(robot, slot, now);
        }
        return takeOne(robot, holder, now) ? Optional.empty() : Optional.of(Faults.SOON);
    }

    private boolean takeOne(String robot, String holder, Instant now) {
        return slots.take(robot, holder, now, now.plus(settings.callTimeout()).plus(WINDOW)) == 1;
    }

    /** Says that the message was answered, whatever the answer. */
    void answered(String robot, String holder) {
        slots.hold(robot, holder, machineClock.instant().plus(WINDOW));
    }

    private static Duration positive(Duration time) {
        return time.compareTo(Faults.SOON) < 0 ? Faults.SOON : time;
    }
}
