package ecobot.outbox;

import ecobot.calendar.WorkCalendar;
import ecobot.calendar.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * When a planned post may leave: not in quiet hours, and a group gets only so many on one day. Who comes first is served first; what is too much
 * waits for the next working morning, where it takes one of that day's places. Answers and notices are never kept waiting. Goes by the
 * application's clock, as the people do who are to be left in peace.
 */
@Component
class Burden {

    private final HeldMapper held;
    private final BurdenSettings settings;
    private final WorkCalendar calendar;
    private final Clock clock;

    Burden(HeldMapper held, BurdenSettings settings, WorkCalendar calendar, Clock clock) {
        this.held = held;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Until when the message has to wait; empty when it may leave now. Takes the group's place of that day for it. */
    Optional<Instant> heldUntil(Outgoing.Kind kind, boolean group, String lane, String key) {
        if (kind != Outgoing.Kind.POST) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant awake = endOfQuiet(now);
        Instant leaves = group ? inItsPlace(lane, postOf(key), awake) : awake;
        return leaves.isAfter(now) ? Optional.of(leaves) : Optional.empty();
    }

    boolean isQuietNow() {
        return settings.isQuiet(clock.instant().atZone(Zone.SHANGHAI).toLocalTime());
    }

    /** All parts of one post to one group share their key but for what follows the last colon. */
    static String postOf(String key) {
        int part = key.lastIndexOf(':');
        return part < 0 ? key : key.substring(0, part);
    }

    private Instant endOfQuiet(Instant now) {
        var local = now.atZone(Zone.SHANGHAI);
        if (!settings.isQuiet(local.toLocalTime())) {
            return now;
        }
        boolean evening = !local.toLocalTime().isBefore(settings.quietTo());
        return morningOf(local.toLocalDate().plusDays(evening ? 1 : 0));
    }

    private Instant inItsPlace(String lane, String post, Instant earliest) {
        LocalDate wanted = earliest.atZone(Zone.SHANGHAI).toLocalDate();
        LocalDate day = dayOfPlace(lane, post, wanted);
        return day.isAfter(wanted) ? morningOf(day) : earliest;
    }

    /**
     * The place that the post has; a place of a day that is over is given up for another one. Another node may be at the same post: each look
     * at the places finds what it has taken meanwhile.
     */
    private LocalDate dayOfPlace(String lane, String post, LocalDate wanted) {
        LocalDate day = wanted;
        int number = 1;
        while (true) {
            HeldMapper.Places places = held.places(lane, post, day);
            LocalDate own = places.day();
            if (own != null && !own.isBefore(wanted)) {
                return own;
            }
            if (own != null) {
                held.leavePlace(lane, post, wanted);
            }
            number = Math.max(number, places.taken() + 1);
            if (number > settings.postsPerGroupAndDay()) {
                day = calendar.plusWorkingDays(day, 1);
                number = 1;
            } else if (isPlaceTaken(lane, post, day, number)) {
                return day;
            } else {
                number++;
            }
        }
    }

    /** Its keys tell when another node was faster: that place is another post's now, or the post has one. */
    private boolean isPlaceTaken(String lane, String post, LocalDate day, int number) {
        try {
            held.take(lane, day, number, post);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private Instant morningOf(LocalDate day) {
        return day.atTime(settings.quietTo()).atZone(Zone.SHANGHAI).toInstant();
    }
}
