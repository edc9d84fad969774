package ecobot.media;

import org.jspecify.annotations.Nullable;

/**
 * A fetch has ended. Published in the transaction that ends it: a listener that writes does so in the same transaction, and one that fails
 * undoes the end, so that the file is fetched again. Says nothing of fetches that ended before somebody became interested in them.
 *
 * @param reason set once FAILED
 */
public record FetchEnded(long fetchId, Media.Fetch.State state, Media.Fetch.@Nullable Reason reason) {}
