package ecobot.inbox;

import java.time.Instant;

/**
 * A message that was accepted.
 *
 * @param id row id, ascending in order of arrival
 * @param receivedAt when this application took it in
 */
public record InboxItem(long id, IncomingMessage message, Instant receivedAt) {}
