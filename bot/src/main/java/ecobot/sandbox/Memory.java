package ecobot.sandbox;

import ecobot.calendar.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings the stand-in back to where its journal ends. */
final class Memory {

    private final SettableClock clock;
    private final Clock machineClock;
    private final Chat chat;
    private final MediaFiles media;
    private final Sessions sessions;
    private final Stream stream;
    private final Quota quota;
    private final Uuids uuids;
    private final Todos todos;
    private final DayEvents events;
    private final Cards cards;

    private final Map<String, Entry.Metered> readings = new HashMap<>();
    private @Nullable Duration offset;

    Memory(
            SettableClock clock,
            Clock machineClock,
            Chat chat,
            MediaFiles media,
            Sessions sessions,
            Stream stream,
            Quota quota,
            Uuids uuids,
            Todos todos,
            DayEvents events,
            Cards cards) {
        this.clock = clock;
        this.machineClock = machineClock;
        this.chat = chat;
        this.media = media;
        this.sessions = sessions;
        this.stream = stream;
        this.quota = quota;
        this.uuids = uuids;
        this.todos = todos;
        this.events = events;
        this.cards = cards;
    }

    void recall(Journal journal) {
        journal.replay(this::take);
        if (offset != null) {
            clock.set(machineClock.instant().plus(offset));
        }
        readings.values().forEach(quota::add);
    }

    private void take(Entry entry) {
        if (entry instanceof Entry.Said said) {
            take(said);
        } else if (entry instanceof Entry.Acked acked) {
            if (acked.code() == 200 && !acked.ignored()) {
                stream.settle(acked.messageId());
            }
        } else if (entry instanceof Entry.Kept kept) {
            media.add(kept);
        } else if (entry instanceof Entry.Recalled recalled) {
            chat.addRecalled(recalled.processQueryKey());
        } else if (entry instanceof Entry.Read read) {
            chat.addRead(read);
        } else if (entry instanceof Entry.Metered reading) {
            readings.put(reading.meter(), reading);
        } else if (entry instanceof Entry.CardSet card) {
            cards.set(card.outTrackId(), card.params());
        } else if (entry instanceof Entry.ClockSet set) {
            offset = set.offset();
        }
    }

    private void take(Entry.Said said) {
        chat.add(said);
        uuids.add(said);
        todos.add(said);
        events.add(said);
        cards.add(said);
        if (said.delivery() != null) {
            sessions.add(said);
            stream.owe(said);
        }
    }
}
