/**
 * The only room that knows DingTalk: stream and callback, Open API, webhooks, media, cards, todos, DING. Stands at the edge: implements what {@code inbox},
 * {@code outbox} and {@code media} declare, and nothing uses it.
 */
@NullMarked
package ecobot.dingtalk;

import org.jspecify.annotations.NullMarked;
