package ecobot.deadline;

import java.time.LocalTime;
import java.util.Optional;

/**
 * A time of day as it was typed.
 *
 * @param hour as typed; may be no hour at all
 * @param afternoon whether a word beside it says that it is in the second half of the day
 * @param night whether a word says that it is at night, so that twelve is midnight
 */
record TypedTime(int hour, int minute, boolean afternoon, boolean night) {

    /** 24:00 has to stay on its day. */
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    /** Empty when there is no such time. */
    Optional<LocalTime> time() {
        int of24 = hourOf24();
        if (of24 == 24 && minute == 0) {
            return Optional.of(LAST_MINUTE);
        }
        boolean exists = of24 >= 0 && of24 < 24 && minute >= 0 && minute < 60;
        return exists ? Optional.of(LocalTime.of(of24, minute)) : Optional.empty();
    }

    private int hourOf24() {
        boolean late = afternoon || night;
        return (late && hour > 0 && hour < 12) || (night && hour == 12) ? hour + 12 : hour;
    }
}
