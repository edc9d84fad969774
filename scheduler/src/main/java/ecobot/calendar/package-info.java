/**
 * Working days: statutory days off and make-up working days of the State Council's yearly notice, and the arithmetic on
 * them. Uses no other room.
 */
@NullMarked
package ecobot.calendar;

import org.jspecify.annotations.NullMarked;
