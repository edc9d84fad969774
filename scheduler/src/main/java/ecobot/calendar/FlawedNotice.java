package ecobot.calendar;

import java.time.LocalDate;

/** What was given as a notice cannot be one. */
public class FlawedNotice extends IllegalArgumentException {

    private final Flaw flaw;
    private final LocalDate day;

    public FlawedNotice(Flaw flaw, LocalDate day) {
        super(flaw + " at " + day);
        this.flaw = flaw;
        this.day = day;
    }

    public Flaw flaw() {
        return flaw;
    }

    /** The day that shows it. */
    public LocalDate day() {
        return day;
    }

    /** What is wrong. */
    public enum Flaw {
        /** Not a day of that year, nor of the last ones of the year before. */
        OTHER_YEAR,
        /** The same day is off and at work. */
        OFF_AND_WORK,
        /** A make-up day is always on a weekend. */
        WORK_ON_WEEKDAY,
        /** New Year, Labour Day or National Day is not off. */
        STATUTORY_DAY_MISSING,
        /** More days than any notice had. */
        TOO_MANY
    }
}
