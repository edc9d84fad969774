package ecobot.calendar;

import ecobot.calendar.FlawedNotice.Flaw;
import java.time.LocalDate;

/**
 * A day that a notice speaks of.
 *
 * @param day a date in Shanghai
 * @param name of the holiday that it belongs to, at most 40 characters
 */
public record SpecialDay(LocalDate day, Kind kind, String name) {

    /**
     * Looks whether the day can be so.
     *
     * @throws FlawedNotice when it is a make-up day on a weekday
     */
    public void check() {
        if (kind == Kind.WORK && !Notices.isWeekend(day)) {
            throw new FlawedNotice(Flaw.WORK_ON_WEEKDAY, day);
        }
    }

    /** What a notice says of a day. */
    public enum Kind {
        /** 放假. */
        OFF,
        /** 上班, although it is a weekend: 调休补班. */
        WORK
    }
}
