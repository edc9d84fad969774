/**
 * Durable sending: whatever leaves is a row first, with a key that makes doing it again harmless. Lanes keep the order per target; limits,
 * retry and the outcome "unknown" live here. May use {@code audit}; {@code dingtalk} implements
 * {@link ecobot.outbox.Messenger}.
 */
@NullMarked
package ecobot.outbox;

import org.jspecify.annotations.NullMarked;
