/**
 * How posts arrived: what became of each at each of its targets, sending again what failed, and deciding about what nobody knows. May use
 * {@code roster}, {@code audit}, {@code text}, {@code inbox}, {@code outbox}'s face and {@code chat}.
 */
@NullMarked
package ecobot.delivery;

import org.jspecify.annotations.NullMarked;
