/**
 * Working days: statutory days off and make-up working days of the State Council's yearly notice, and the arithmetic on
 * them. Reads go through {@link ecobot.calendar.WorkCalendar}, changes through {@link ecobot.calendar.CalendarNotices}; the
 * library that knows past years is named nowhere else. Uses no other room.
 */
@NullMarked
package ecobot.calendar;

import org.jspecify.annotations.NullMarked;
