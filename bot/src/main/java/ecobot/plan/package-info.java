/**
 * How people manage what the bot says by itself: which group gets which post, when each is posted, looking at one before it goes out, sending it
 * now, leaving one out and taking one back. May use {@code calendar}, {@code scheduler}, {@code text}, {@code database}, {@code roster},
 * {@code audit}, {@code media}, {@code inbox}, {@code outbox}'s face and {@code chat}.
 */
@NullMarked
package ecobot.plan;

import org.jspecify.annotations.NullMarked;
