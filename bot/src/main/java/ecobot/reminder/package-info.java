/**
 * Reminding and escalating: the ladder, the morning's digests, who acknowledged what, and what is for the next joint meeting. One query at one
 * occurrence finds all that is due; no issue has a timer. May use {@code calendar}, {@code scheduler}, {@code text}, {@code roster},
 * {@code audit}, {@code media}, {@code inbox}, {@code chat} and {@code issue}'s face.
 *
 * <p>What is due is asked of {@link ecobot.issue.DueIssues}. Where rows of this room have to follow the issues by the thousand (the agenda, what
 * lapsed), the statement joins the number, openness and date and nothing else of it: fetching them one by one would be no cleaner.
 */
@NullMarked
package ecobot.reminder;

import org.jspecify.annotations.NullMarked;
