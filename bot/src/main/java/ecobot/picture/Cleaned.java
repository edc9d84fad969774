package ecobot.picture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a picture that somebody sent. */
public sealed interface Cleaned {

    /**
     * A picture that may be shown: upright, not too large, without any metadata.
     *
     * @param contentType JPEG, or PNG for what was drawn rather than photographed
     * @param thumbnail a small JPEG of the same
     * @param takenAt when the camera says it was taken; null when it says nothing
     * @param position where the camera says it was taken; null when it says nothing
     */
    record Picture(
            byte[] bytes,
            String contentType,
            byte[] thumbnail,
            @Nullable Instant takenAt,
            @Nullable Position position) implements Cleaned {}

    /** It cannot be shown. */
    record Refused(Refusal why) implements Cleaned {}
}
