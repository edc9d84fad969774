/**
 * Durable intake: what the platform delivered is a row before it is acknowledged, unique by (robot, message), and is
 * handled in order within its lane (conversation, sender), in parallel across lanes and nodes. May use {@code audit}.
 */
@NullMarked
package ecobot.inbox;

import org.jspecify.annotations.NullMarked;
