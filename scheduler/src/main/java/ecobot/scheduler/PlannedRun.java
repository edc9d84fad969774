package ecobot.scheduler;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One planned time, and why it is that one.
 *
 * @param at when, holiday policy applied
 * @param onItsDay whether the rule names this very day; false when it is there only because of days that were moved to it
 * @param movedFrom days off that the rule names and whose run was moved here
 * @param leftOut days off that the rule names between the planned time before and this one, and that are left out
 * @param known whether the notices of all these days' years are loaded; otherwise weekends alone were counted
 * @param skipped whether somebody said that this one is to be left out
 */
public record PlannedRun(
        Instant at,
        boolean onItsDay,
        List<LocalDate> movedFrom,
        List<LocalDate> leftOut,
        boolean known,
        boolean skipped) {

    public PlannedRun {
        movedFrom = List.copyOf(movedFrom);
        leftOut = List.copyOf(leftOut);
    }
}
