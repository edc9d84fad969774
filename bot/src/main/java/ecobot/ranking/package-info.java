/**
 * The league table (晾晒): figures per unit and period, score, rank, the frozen snapshot, its picture and its list text; and the month's task table
 * (月度任务分解表). May use {@code roster}, {@code calendar}, {@code scheduler}, {@code text}, {@code workbook}, {@code audit}, {@code picture}, {@code media},
 * {@code inbox}, {@code chat} and the faces of {@code issue} and {@code push}.
 */
@NullMarked
package ecobot.ranking;

import org.jspecify.annotations.NullMarked;
