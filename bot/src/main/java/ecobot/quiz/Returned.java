package ecobot.quiz;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has come back to one person.
 *
 * @param questions how many
 * @param newestOn since when the newest of them is due
 * @param toldOn when the person heard last; null when never
 * @param unheeded how often since the last answer
 */
record Returned(
        long memberId,
        int questions,
        LocalDate newestOn,
        @Nullable LocalDate toldOn,
        int unheeded) {

    /** Whether to tell it today: what has come back since the last time at once, what was left lie after some days and not for ever. */
    boolean isWorthTelling(LocalDate today, Rules.Reminder reminder) {
        if (toldOn == null) {
            return reminder.most() > 0;
        }
        boolean more = newestOn.isAfter(toldOn);
        boolean longAgo = !today.isBefore(toldOn.plusDays(reminder.again()));
        return unheeded < reminder.most() && toldOn.isBefore(today) && (more || longAgo);
    }
}
