/**
 * Photos and files by content hash, and the durable fetching of what people send. The design had no such room: incoming
 * evidence, the ranking's pictures and the outbox's attachments share it, so it lies on the ground floor. Uses
 * {@code audit}, {@code database} and {@code picture}; {@code dingtalk} implements {@link ecobot.media.MediaSource}.
 */
@NullMarked
package ecobot.media;

import org.jspecify.annotations.NullMarked;
