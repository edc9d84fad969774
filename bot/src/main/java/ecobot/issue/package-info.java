/**
 * The issue (环境问题): one environmental problem at one place, for which one unit answers by a date; its table of moves, its deadline,
 * its photos. May use {@code roster}, {@code calendar}, {@code scheduler}, {@code audit}, {@code picture}, {@code media}, {@code outbox} and {@code chat}.
 */
@NullMarked
package ecobot.issue;

import org.jspecify.annotations.NullMarked;
