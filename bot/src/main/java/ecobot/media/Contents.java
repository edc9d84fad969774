package ecobot.media;

import ecobot.picture.Cleaned;
import ecobot.picture.Format;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Contents by hash. */
@Component
class Contents {

    private final MediaMapper media;
    private final Clock machineClock;

    Contents(MediaMapper media, @Qualifier("machineClock") Clock machineClock) {
        this.media = media;
        this.machineClock = machineClock;
    }

    String keep(byte[] bytes, String contentType) {
        if (bytes.length == 0 || bytes.length > Media.MAX_BYTES) {
            throw new IllegalArgumentException("content of " + bytes.length + " bytes is not kept");
        }
        String hash = Sha256.of(bytes);
        if (!media.holds(hash)) {
            media.keep(new Media.Content(hash, contentType, bytes), bytes.length, machineClock.instant());
        }
        return hash;
    }

    /** Keeps a picture that somebody sent together with its thumbnail. */
    String keep(Cleaned.Picture picture) {
        String hash = keep(picture.bytes(), picture.contentType());
        media.setThumbnail(hash, keep(picture.thumbnail(), Format.JPEG.contentType()));
        return hash;
    }

    Optional<Media.Content> find(String hash) {
        return Optional.ofNullable(media.find(hash));
    }
}
