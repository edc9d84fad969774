package ecobot.training;

import ecobot.database.InRounds;
import ecobot.database.Rounds;
import ecobot.outbox.Extras;
import ecobot.outbox.MakingUp;
import ecobot.outbox.RefusedExtras;
import ecobot.outbox.RefusedExtras.Refused;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the sessions that are still to come into calendars when the permission comes, each as it stands by then. */
@Component
class EventsMadeUp implements InRounds {

    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Extras extras;
    private final SessionEvents events;
    private final Sessions sessions;
    private final MakingUp makingUp;
    private final Rounds rounds = new Rounds("training-events", EVERY, this::look);

    EventsMadeUp(
            Extras extras,
            RefusedExtras refused,
            SessionEvents events,
            Sessions sessions,
            TransactionTemplate transaction,
            @Qualifier("machineClock") Clock machineClock) {
        this.extras = extras;
        this.events = events;
        this.sessions = sessions;
        this.makingUp = new MakingUp(refused, RefusedExtras.Extra.CALENDAR, transaction, machineClock);
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }

    /** Does what is to be done now, on one node. */
    void look() {
        if (extras.calendars()) {
            makingUp.look(this::again);
        }
    }

    private boolean again(Refused one) {
        return SessionEvents.own(one.standingId())
                .flatMap(own ->
                        sessions.find(own.number()).filter(session -> events.again(session, own.staffId(), one.id())))
                .isPresent();
    }
}
