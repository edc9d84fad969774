package ecobot.dingtalk;

import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Result;
import ecobot.outbox.Messenger.Sent;
import ecobot.outbox.Outgoing.Event;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * 日程: makes what is sent so in the person's calendar. The token of the first attempt is kept, so any attempt may be repeated; the platform knows it
 * for a day. What the person has taken out stays out. Without the permission nothing is asked for an hour; people still have the messages, and what was
 * refused is made up for when the permission comes.
 */
@Component
class Calendars {

    /** The platform's answer when the person has taken it out. */
    static final String GONE = "event-gone";

    private final CalendarApi api;
    private final UnionIds unionIds;
    private final EventMapper events;
    private final Permission permission;

    Calendars(CalendarApi api, UnionIds unionIds, EventMapper events, @Qualifier("machineClock") Clock machineClock) {
        this.api = api;
        this.unionIds = unionIds;
        this.events = events;
        permission = new Permission("calendars", "Calendar.Event.Write, qyapi_get_member", machineClock);
    }

    /** Whether the organisation turned us away a short while ago. */
    boolean isTurnedAway() {
        return permission.isRefused();
    }

    Result send(String sourceId, Event event, Deadline deadline) throws CallFailed {
        return permission.use(() -> new Sent(Channel.CALENDAR, makeSo(sourceId, event, deadline)));
    }

    /** Answers the platform's id; empty when there is nothing to take out. */
    private String makeSo(String sourceId, Event event, Deadline deadline) throws CallFailed {
        EventMapper.Known known = events.find(sourceId);
        boolean begins = known == null;
        if (known == null) {
            if (event.gone()) {
                return "";
            }
            String unionId = unionIds.of(event.staffId(), deadline);
            known = new EventMapper.Known(unionId, UUID.randomUUID().toString(), null);
            events.begin(sourceId, known.unionId(), known.clientToken());
        }
        String eventId = known.eventId();
        if (eventId == null) {
            // An earlier attempt may have made it, whatever became of the answer: then this answers that one.
            eventId = api.create(known.unionId(), known.clientToken(), event, deadline);
            events.made(sourceId, eventId);
        }
        if (event.gone()) {
            takeOut(sourceId, known.unionId(), eventId, deadline);
        } else if (!begins) {
            api.update(known.unionId(), eventId, event, deadline);
        }
        return eventId;
    }

    private void takeOut(String sourceId, String unionId, String eventId, Deadline deadline) throws CallFailed {
        try {
            api.delete(unionId, eventId, deadline);
        } catch (CallFailed e) {
            if (!e.fault().reason().equals(GONE)) {
                throw e;
            }
        }
        events.forget(sourceId);
    }
}
