package ecobot.outbox;

import ecobot.audit.Alarms;
import ecobot.calendar.Zone;
import ecobot.database.InRounds;
import ecobot.database.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Tells an operator when messages do not leave, takes it back when they do again, and deletes what left long ago. */
@Component
class OutboxWatch implements InRounds {

    static final String FULL = "outbox-full";

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration RECENT = Duration.ofDays(1);
    private static final int AT_A_TIME = 500;

    private final OutboxMapper outbox;
    private final HeldMapper held;
    private final DeliveryMapper deliveries;
    private final OutboxStatus status;
    private final OutboxSettings settings;
    private final Alarms alarms;
    private final Clock machineClock;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Rounds rounds = new Rounds("outbox-watch", EVERY, this::look);

    OutboxWatch(
            OutboxMapper outbox,
            HeldMapper held,
            DeliveryMapper deliveries,
            OutboxStatus status,
            OutboxSettings settings,
            Alarms alarms,
            @Qualifier("machineClock") Clock machineClock) {
        this.outbox = outbox;
        this.held = held;
        this.deliveries = deliveries;
        this.status = status;
        this.settings = settings;
        this.alarms = alarms;
        this.machineClock = machineClock;
    }

    void look() {
        OutboxStatus.Figures figures = status.figures();
        full(isFull(figures, settings), figures);
        clearUnless(StoredOutgoing.State.FAILED, "outbox-failed");
        clearUnless(StoredOutgoing.State.UNKNOWN, "outbox-unknown");
        sweep();
    }

    static boolean isFull(OutboxStatus.Figures figures, OutboxSettings settings) {
        return figures.waiting() > settings.fullAt()
                || (figures.oldest() != null && figures.oldest().compareTo(settings.fullAfter()) > 0);
    }

    private void full(boolean isFull, OutboxStatus.Figures figures) {
        if (isFull) {
            alarms.raise(FULL, figures.waiting() + " waiting");
            known.put(FULL, true);
        } else {
            clear(FULL);
        }
    }

    /** Alarms about single messages end a day after the last of them. */
    private void clearUnless(StoredOutgoing.State state, String alarm) {
        if (outbox.ended(state, machineClock.instant().minus(RECENT)) > 0) {
            known.put(alarm, true);
        } else {
            clear(alarm);
        }
    }

    /** Once, and once after a start, for the alarm may be older than this process. */
    private void clear(String alarm) {
        if (known.getOrDefault(alarm, true)) {
            alarms.clear(alarm);
            known.put(alarm, false);
        }
    }

    private void sweep() {
        Instant now = machineClock.instant();
        outbox.deleteBans(now);
        outbox.deleteRobotUses(now.minus(RobotPace.MINUTE));
        held.deletePlaces(now.minus(settings.keep()).atZone(Zone.SHANGHAI).toLocalDate());
        deliveries.deletePosts(now.minus(settings.keep()), AT_A_TIME);
        deliveries.deleteVerdicts(AT_A_TIME);
        if (outbox.deleteFinal(now.minus(settings.keep()), AT_A_TIME) == AT_A_TIME) {
            rounds.nudge();
        }
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
