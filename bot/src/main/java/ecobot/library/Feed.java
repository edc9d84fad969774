package ecobot.library;

import ecobot.library.Material.Category;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed that a trainer subscribed to.
 *
 * @param title what the feed calls itself; empty before it was read
 * @param category of the drafts that come of it
 * @param addedBy id of the member who hears of it
 * @param readAt null before it was read
 * @param fault why the last reading failed; null when it did not
 */
record Feed(
        long id,
        String url,
        String title,
        Category category,
        long addedBy,
        @Nullable Instant readAt,
        @Nullable FeedFault fault) {}
