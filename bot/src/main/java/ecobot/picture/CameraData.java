package ecobot.picture;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import ecobot.calendar.Zone;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What a camera wrote into a photo (EXIF). Only JPEG is asked: elsewhere it is rare, and may be packed so that it unpacks to gigabytes.
 *
 * @param takenAt null when unknown; a time without an offset is one of Shanghai
 * @param position null when unknown
 */
record CameraData(
        Orientation orientation,
        @Nullable Instant takenAt,
        @Nullable Position position) {

    static final CameraData NONE = new CameraData(Orientation.TOP_LEFT, null, null);

    /** Before it no phone took pictures: a clock that was never set. */
    private static final Instant EARLIEST = Instant.parse("2000-01-02T00:00:00Z");

    /** Broken metadata is none: it must not cost the photo. */
    static CameraData of(byte[] jpeg) {
        try {
            var metadata = JpegMetadataReader.readMetadata(new ByteArrayInputStream(jpeg), List.of(new ExifReader()));
            return new CameraData(orientation(metadata), takenAt(metadata), position(metadata));
        } catch (ImageProcessingException | IOException | MetadataException | RuntimeException e) {
            return NONE;
        }
    }

    private static Orientation orientation(Metadata metadata) throws MetadataException {
        var main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        return main != null && main.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                ? Orientation.of(main.getInt(ExifIFD0Directory.TAG_ORIENTATION))
                : Orientation.TOP_LEFT;
    }

    private static @Nullable Instant takenAt(Metadata metadata) {
        var shot = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        var date = shot == null ? null : shot.getDateOriginal(TimeZone.getTimeZone(Zone.SHANGHAI));
        return date == null || date.toInstant().isBefore(EARLIEST) ? null : date.toInstant();
    }

    private static @Nullable Position position(Metadata metadata) {
        return Optional.ofNullable(metadata.getFirstDirectoryOfType(GpsDirectory.class))
                .map(GpsDirectory::getGeoLocation)
                .map(found -> new Position(found.getLatitude(), found.getLongitude()))
                .filter(Position::isPlausible)
                .orElse(null);
    }
}
