package ecobot.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a robot's message shows.
 *
 * @param title what the conversation list shows; null when the type has none
 */
record Content(String msgtype, @Nullable String title, String text, List<String> mediaIds, List<String> atUserIds) {}
