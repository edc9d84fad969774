package ecobot.inbox;

import ecobot.database.InRounds;
import ecobot.database.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Deletes what was handled long ago, a little at a time, so that it stands in nobody's way. */
@Component
class InboxSweeper implements InRounds {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int AT_A_TIME = 500;

    private final InboxMapper inbox;
    private final LaneMapper lanes;
    private final InboxSettings settings;
    private final Clock machineClock;
    private final Rounds rounds = new Rounds("inbox-sweeper", EVERY, this::sweep);

    InboxSweeper(
            InboxMapper inbox,
            LaneMapper lanes,
            InboxSettings settings,
            @Qualifier("machineClock") Clock machineClock) {
        this.inbox = inbox;
        this.lanes = lanes;
        this.settings = settings;
        this.machineClock = machineClock;
    }

    /** Deletes a few, and comes back at once as long as there are more. */
    void sweep() {
        Instant before = machineClock.instant().minus(settings.keep());
        if (inbox.deleteDone(before, AT_A_TIME) + lanes.deleteUnused(before, AT_A_TIME) >= AT_A_TIME) {
            rounds.nudge();
        }
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
