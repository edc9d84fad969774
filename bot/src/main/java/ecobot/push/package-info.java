/**
 * Pushing materials to groups: by hand and by standing schedules, never the same one twice to a group; who has read them, reminding those who have
 * not, and days that are worth a post. May use {@code calendar}, {@code scheduler}, {@code text}, {@code database}, {@code roster}, {@code audit}, {@code media},
 * {@code inbox}, {@code outbox}'s face, {@code chat}, {@code deadline}, {@code library} and {@code quiz}'s face.
 */
@NullMarked
package ecobot.push;

import org.jspecify.annotations.NullMarked;
