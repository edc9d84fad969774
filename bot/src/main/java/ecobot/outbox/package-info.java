/**
 * Durable sending: whatever leaves is a row first, with a key that makes doing it again harmless. Lanes keep the order per target; limits,
 * retry and the outcome "unknown" live here. May use {@code audit} and {@code calendar}; {@code dingtalk} implements
 * {@link ecobot.outbox.Messenger}.
 *
 * <p><b>Leaving people in peace.</b> No planned post leaves in quiet hours, and a group gets at most three on one day. The rule lives here
 * and not with those who post: only the rows of all posts together tell how many a group gets, a post that somebody adds next year is bound
 * without knowing, and what an outage delays into the evening is known only where it is sent. The rule knows kind, target and key of
 * a row and no post's meaning; who is stored first, that is planned first, has the place.
 *
 * <p><b>Taking back.</b> What has not left is stopped in the transaction that asks for it, and so is the repeat of what may have left; what was sent is recalled after that, by {@link
 * ecobot.outbox.Recaller}, until the platform has answered for each message. Asking twice is harmless, so an answer that got lost costs nothing.
 */
@NullMarked
package ecobot.outbox;

import org.jspecify.annotations.NullMarked;
