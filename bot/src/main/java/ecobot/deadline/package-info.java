/**
 * By when (期限): the rules of each source, the words that people use for a date, and the last day that comes of them; extension and the reasons
 * that are told. Knows no issue. May use {@code calendar}, {@code text} and {@code chat}.
 */
@NullMarked
package ecobot.deadline;

import org.jspecify.annotations.NullMarked;
