/**
 * The quiz: the questions that materials come with, answered in private; what was missed comes back after a day, three, a week and three weeks.
 * May use {@code calendar}, {@code scheduler}, {@code text}, {@code roster}, {@code inbox}, {@code chat} and {@code library}'s face.
 *
 * <p>Materials and questions are read through {@link ecobot.library.Materials}. Where answers have to be matched with them by the thousand (what is
 * due, what is not answered yet), the statement joins the material's number, state and time and the numbers of its questions, and nothing else.
 */
@NullMarked
package ecobot.quiz;

import org.jspecify.annotations.NullMarked;
