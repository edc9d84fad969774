package ecobot.deadline;

import ecobot.text.DayPart;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A time of day as it was typed.
 *
 * @param hour as typed; may be no hour at all
 * @param part of the day that a word beside it names
 */
record TypedTime(int hour, int minute, DayPart part) {

    /** Empty when there is no such time. */
    Optional<LocalTime> time() {
        return part.time(hour, minute);
    }
}
