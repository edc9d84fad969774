/**
 * The library of materials: laws, cases, knowledge and policies in a bureau's own words, each with its source; how they come in, who reviews
 * them, and how they are found. What becomes of them in groups is the business of other rooms, which read {@link ecobot.library.Materials}. May use
 * {@code calendar} (for the zone), {@code text}, {@code workbook}, {@code database}, {@code roster}, {@code audit}, {@code media}, {@code inbox} and {@code chat}.
 */
@NullMarked
package ecobot.library;

import org.jspecify.annotations.NullMarked;
