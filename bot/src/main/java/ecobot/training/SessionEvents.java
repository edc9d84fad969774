package ecobot.training;

import ecobot.chat.Templates;
import ecobot.outbox.Extras;
import ecobot.outbox.Outbox;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.Event;
import ecobot.outbox.StandingId;
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

    private static final String ABOUT = "training";

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

    /** Whose entry of which session is known by that id; empty when it is none. */
    static Optional<StandingId> own(String standingId) {
        return StandingId.of(ABOUT, standingId);
    }

    /**
     * Sends once more what somebody's entry of a session is by now.
     *
     * @param refusedId of the message that it makes up for
     * @return false when it is nothing but taken out
     */
    boolean again(Session session, String staffId, long refusedId) {
        boolean comes = people(session).contains(staffId);
        put(session, staffId, !comes, "again:" + refusedId);
        return comes;
    }

    private void put(Session session, String staffId, boolean gone, int revision) {
        put(session, staffId, gone, Integer.toString(revision));
    }

    /** @param occasion what makes the key unique */
    private void put(Session session, String staffId, boolean gone, String occasion) {
        var words = templates.words(TrainingWords.FILE, TrainingWords.class);
        outbox.enqueue(new Outgoing(
                "calendar:" + session.id() + ":" + staffId + ":" + occasion,
                new StandingId(ABOUT, session.id(), staffId).target(),
                new Event(
                        staffId,
                        words.eventSubject().replace("{topic}", session.topic()),
                        session.place(),
                        session.when().lastDay(), // its day: without one it is nobody's, and only taken out
                        session.when().time(),
                        words.eventMinutes(),
                        gone),
                List.of(),
                Outgoing.Kind.NOTICE));
    }
}
