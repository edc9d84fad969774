package ecobot.media;

import ecobot.picture.Position;
import ecobot.picture.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The store of photos and files. Content is kept once per SHA-256 hash, in the database, size-capped. Of a picture that somebody sent only what
 * may be shown is kept: upright, not too large, without what the camera wrote into it; its original bytes are not.
 */
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

    /** The thumbnail of a picture that somebody sent, a small JPEG; empty for everything else. */
    Optional<Content> thumbnail(String hash);

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

    /** Those of the fetches that have ended, by id. */
    List<Fetch> ended(Collection<Long> ids);

    /**
     * A file that was sent to {@code robotCode}.
     *
     * @param asPicture whether it has to be a picture; without it any file is kept, and one that is a picture is cleaned all the same
     */
    record Wanted(String robotCode, String downloadCode, boolean asPicture) {

        /** A file of any kind. */
        public Wanted(String robotCode, String downloadCode) {
            this(robotCode, downloadCode, false);
        }
    }

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
     * @param reason set once FAILED
     * @param takenAt when the camera says that the picture was taken; null when it says nothing, or it is none
     * @param position where the camera says that it was taken; null when it says nothing, or it is none
     */
    record Fetch(
            long id,
            State state,
            @Nullable String hash,
            @Nullable Reason reason,
            @Nullable Instant takenAt,
            @Nullable Position position) {

        /** WANTED until fetched or given up. */
        public enum State {
            WANTED,
            HELD,
            FAILED
        }

        /** Why a fetch failed for good. */
        public enum Reason {
            /** The platform does not have it, or no longer. */
            GONE,
            /** Tried for as long as it makes sense. */
            UNREACHABLE,
            /** No bytes at all. */
            EMPTY,
            /** More than {@link Media#MAX_BYTES}. */
            TOO_LARGE,
            /** As {@link Refusal#NOT_A_PICTURE}. */
            NOT_A_PICTURE,
            /** As {@link Refusal#BROKEN}. */
            BROKEN,
            /** As {@link Refusal#TOO_MANY_PIXELS}. */
            TOO_MANY_PIXELS,
            /** As {@link Refusal#FORMAT_UNREADABLE}. */
            FORMAT_UNREADABLE;

            static Reason of(Refusal refusal) {
                return valueOf(refusal.name());
            }
        }
    }
}
