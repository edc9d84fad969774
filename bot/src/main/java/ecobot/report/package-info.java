/**
 * Reporting in one's own words (上报): reads a line, a pasted notice or rows of a table, asks for what is missing, offers the known issue that it may
 * be, and hands it to the issue room's {@link ecobot.issue.Filing}. Nobody uses this room. May use {@code text}, {@code roster}, {@code media},
 * {@code inbox}, {@code chat}, {@code deadline} and the faces of {@code issue} and {@code library}.
 */
@NullMarked
package ecobot.report;

import org.jspecify.annotations.NullMarked;
