/**
 * The year's training (年度培训计划): sessions, who comes and who came, what stays of it, and lectures that towns order (点单式讲课). May use
 * {@code calendar}, {@code scheduler}, {@code text}, {@code workbook}, {@code roster}, {@code audit}, {@code media}, {@code inbox}, {@code outbox}'s face,
 * {@code chat}, {@code deadline}'s face and {@code library}, where minutes go.
 */
@NullMarked
package ecobot.training;

import org.jspecify.annotations.NullMarked;
