package ecobot.picture;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The door to decoding. A few pictures at a time are worked on, each in a bounded amount of memory (some 110 MB at most, with the default
 * settings); further callers wait. Files, fonts and codecs of the machine are not needed, nor is any temporary file written.
 */
@Component
public class Pictures {

    private static final float QUALITY = 0.85f;
    /** A drawing stays sharp as PNG; a photo that came as one would be several times as large as it has to be. */
    private static final int LARGEST_PNG = 1 << 20;

    private final PictureSettings settings;
    private final Decoder decoder;
    private final Desks desks;

    Pictures(PictureSettings settings) {
        this.settings = settings;
        this.decoder = new Decoder(settings);
        this.desks = new Desks(settings.atOnce());
    }

    /** Makes of what somebody sent what may be shown; the same for the same bytes. Never throws for what is in them. */
    public Cleaned clean(byte[] bytes) {
        var format = Format.of(bytes).orElse(null);
        if (format == null) {
            return new Cleaned.Refused(Refusal.NOT_A_PICTURE);
        }
        try {
            return desks.at(() -> clean(bytes, format));
        } catch (Refused e) {
            return new Cleaned.Refused(e.why());
        }
    }

    /**
     * Decodes a picture to draw it into another one.
     *
     * @param longSide in pixels, at most
     * @return plain RGB, as stored; empty when it cannot be decoded
     */
    Optional<BufferedImage> open(byte[] bytes, int longSide) {
        var format = Format.of(bytes);
        if (format.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(desks.at(() -> Scaling.down(decoder.decode(bytes, format.get()), longSide)));
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    private Cleaned clean(byte[] bytes, Format format) throws Refused {
        var camera = format == Format.JPEG ? CameraData.of(bytes) : CameraData.NONE;
        var picture = camera.orientation().upright(Scaling.down(decoder.decode(bytes, format), settings.longSide()));
        var thumbnail = Encoder.jpeg(Scaling.down(picture, settings.thumbnailSide()), QUALITY);
        if (format != Format.JPEG) {
            byte[] png = Encoder.png(picture);
            if (png.length <= LARGEST_PNG) {
                return cleaned(png, Format.PNG, thumbnail, camera);
            }
        }
        return cleaned(Encoder.jpeg(picture, QUALITY), Format.JPEG, thumbnail, camera);
    }

    private static Cleaned cleaned(byte[] bytes, Format format, byte[] thumbnail, CameraData camera) {
        return new Cleaned.Picture(bytes, format.contentType(), thumbnail, camera.takenAt(), camera.position());
    }
}
