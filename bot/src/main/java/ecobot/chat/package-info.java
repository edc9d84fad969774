/**
 * The words every room speaks: {@link ecobot.chat.Command}, {@link ecobot.chat.CommandCall}, {@link ecobot.chat.Reply},
 * {@link ecobot.chat.Post}, {@link ecobot.chat.Message}; understanding what was typed, permission, dialogue, templates, and the one adapter
 * from a post to a scheduled task. May use {@code roster}, {@code audit}, {@code media}, {@code scheduler} and the faces of {@code inbox} and
 * {@code outbox}.
 */
@NullMarked
package ecobot.chat;

import org.jspecify.annotations.NullMarked;
