/**
 * The league table (晾晒): figures per unit and period, score, rank, the frozen snapshot, its picture and its list text. May use {@code roster},
 * {@code calendar}, {@code scheduler}, {@code text}, {@code audit}, {@code picture}, {@code media}, {@code chat} and {@code issue}'s face.
 */
@NullMarked
package ecobot.ranking;

import org.jspecify.annotations.NullMarked;
