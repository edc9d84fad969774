/**
 * How people see and change the calendar of working days: the command, the wording of the State Council's notice, the file that is read at
 * start, and the reminder to load the next year. May use {@code calendar}, {@code scheduler}, {@code roster}, {@code audit}, {@code media},
 * {@code text} and {@code chat}.
 */
@NullMarked
package ecobot.almanac;

import org.jspecify.annotations.NullMarked;
