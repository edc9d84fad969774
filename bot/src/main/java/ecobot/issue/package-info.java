/**
 * The issue (环境问题): one environmental problem at one place, for which one unit answers by a date; its table of moves and its photos.
 * May use {@code roster}, {@code calendar}, {@code scheduler}, {@code text}, {@code audit}, {@code picture}, {@code media}, {@code outbox},
 * {@code chat} and {@code deadline}.
 *
 * <p><b>Telling people once.</b> Most steps are typed in the group where those who have to know read the answer anyway. They are mentioned in it and not told again
 * in private ({@link ecobot.issue.Readers}): that was a seventh of a month's calls, and twice the noise. The picture of before and after at the closing stays, an upload though it costs: it is
 * what a group wants to see.
 */
@NullMarked
package ecobot.issue;

import org.jspecify.annotations.NullMarked;
