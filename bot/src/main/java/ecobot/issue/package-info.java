/**
 * The issue (环境问题): one environmental problem at one place, for which one unit answers by a date; its table of moves and its photos.
 * May use {@code roster}, {@code calendar}, {@code scheduler}, {@code text}, {@code audit}, {@code picture}, {@code media}, {@code outbox},
 * {@code chat} and {@code deadline}.
 */
@NullMarked
package ecobot.issue;

import org.jspecify.annotations.NullMarked;
