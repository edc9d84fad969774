package ecobot.training;

import ecobot.chat.Templates;
import ecobot.outbox.Extras;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.Event;
import ecobot.outbox.Outgoing.StandingTarget;
import ecobot.roster.Member;
import ecobot.roster.Roster;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 日程: keeps a session that has a day in the calendars of its trainer and, when it was ordered, of whoever ordered it; where that is switched on.
 * Stored with the change itself.
 */
@Component
class SessionEvents {

    private final Extras extras;
    private final Outbox outbox;
    private final OrderMapper orders;
    private final Roster roster;
    private final Templates templates;
    private final Clock clock;

    SessionEvents(Extras extras, Outbox outbox, OrderMapper orders, Roster roster, Templates templates, Clock clock) {
        this.extras = extras;
        this.outbox = outbox;
        this.orders = orders;
        this.roster = roster;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * A session is as it is now.
     *
     * @param before what it was; null when it is new
     */
    void follow(@Nullable Session before, Session now) {
        if (!extras.calendars()) {
            return;
        }
        var have = people(now);
        if (before != null) {
            people(before).stream()
                    .filter(staffId -> !have.contains(staffId))
                    .forEach(staffId -> put(before, staffId, true, now.revision()));
        }
        have.forEach(staffId -> put(now, staffId, false, now.revision()));
    }

    /** A session is to leave no trace. */
    void gone(Session session) {
        if (extras.calendars()) {
            people(session).forEach(staffId -> put(session, staffId, true, session.revision() + 1));
        }
    }

    /** Nobody, where there is nothing to come. */
    private Set<String> people(Session session) {
        if (!session.isPlanned() || session.when().day() == null || Drafts.isPast(session.when(), clock.instant())) {
            return Set.of();
        }
        var people = new LinkedHashSet<String>();
        staffId(session.trainerId()).ifPresent(people::add);
        Optional.ofNullable(orders.ordererOf(session.id()))
                .flatMap(this::staffId)
                .ifPresent(people::add);
        return people;
    }

    private Optional<String> staffId(@Nullable Long memberId) {
        return Optional.ofNullable(memberId).flatMap(roster::member).map(Member::staffId);
    }

    private void put(Session session, String staffId, boolean gone, int revision) {
        var day = session.when().day();
        if (day == null) {
            return;
        }
        var words = templates.words(TrainingWords.FILE, TrainingWords.class);
        outbox.enqueue(new Outgoing(
                "calendar:" + session.id() + ":" + staffId + ":" + revision,
                new StandingTarget("ecobot-training-" + session.id() + "-" + staffId),
                new Event(
                        staffId,
                        words.eventSubject().replace("{topic}", session.topic()),
                        session.place(),
                        day,
                        session.when().time(),
                        words.eventMinutes(),
                        gone),
                List.of(),
                Outgoing.Kind.NOTICE));
    }
}
