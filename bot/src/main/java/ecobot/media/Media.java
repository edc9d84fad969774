package ecobot.media;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of photos and files. Content is kept once per SHA-256 hash, in the database, size-capped. */
public interface Media {

    /** Largest content that is kept, in bytes: the platform's own limit for uploads (20 MB). */
    int MAX_BYTES = 20 * 1024 * 1024;

    /**
     * Keeps {@code bytes} and answers their hash. Keeping the same content twice does nothing more. Joins the caller's
     * transaction.
     *
     * @param contentType a MIME type, told from the content for pictures
     * @throws IllegalArgumentException when empty or larger than {@link #MAX_BYTES}
     */
    String keep(byte[] bytes, String contentType);

    Optional<Content> find(String hash);

    /**
     * Asks for a file that was sent to the bot. The wish is a row in the caller's transaction; the fetch follows at once
     * after the commit, and again after failures. Asking twice for one code answers the same id.
     *
     * @param robotCode the robot that received it
     * @param downloadCode the platform's code; its lifetime is unknown, hence the haste
     * @return id of the fetch
     */
    long want(String robotCode, String downloadCode);

    /** Asks for several files at once, like {@link #want}; for callers that do not need the ids. */
    void wantAll(Collection<Wanted> files);

    /** What became of a fetch. */
    Fetch fetch(long id);

    /** A file that was sent to {@code robotCode}. */
    record Wanted(String robotCode, String downloadCode) {}

    /**
     * Content by hash.
     *
     * @param hash SHA-256 in lower-case hex
     */
    record Content(String hash, String contentType, byte[] bytes) {}

    /**
     * State of a wish.
     *
     * @param hash set once HELD
     * @param reason set once FAILED: a stable word, never the platform's text
     */
    record Fetch(
            long id,
            State state,
            @Nullable String hash,
            @Nullable String reason) {
        /** WANTED until fetched or given up. */
        public enum State {
            WANTED,
            HELD,
            FAILED
        }
    }
}
