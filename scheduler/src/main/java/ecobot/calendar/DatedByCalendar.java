package ecobot.calendar;

/** Whoever keeps dates that were counted in working days. Asked before the calendar is changed. */
public interface DatedByCalendar {

    /** How many of the dates that still matter would move if the calendar were {@code proposed}. */
    int movedBy(WorkCalendar proposed);
}
