package ecobot.ranking;

import java.time.Instant;

/**
 * A table as it was posted, word for word.
 *
 * @param version 1 for the first of its period
 * @param content what was stored, byte for byte; its table and its words
 * @param contentHash SHA-256 of {@code content} in lower-case hex
 * @param pictureHash of the picture in {@code ecobot.media}
 * @param postedAt when
 */
record Snapshot(long id, int version, Content content, String contentHash, String pictureHash, Instant postedAt) {

    /** The table and the words that it was told in: wording that is edited later does not change what was said. */
    record Content(LeagueTable table, TableView view) {}
}
