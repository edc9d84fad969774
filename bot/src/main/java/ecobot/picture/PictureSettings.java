package ecobot.picture;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large pictures may be, before and after.
 *
 * @param maxPixels a picture that declares more is not decoded
 * @param maxProgressivePixels the same for progressive JPEG, whose decoder holds all coefficients at once (up to six bytes a pixel)
 * @param decodedBytes the largest buffer that a picture is decoded into; a larger picture is decoded at a half, a third, ...
 * @param longSide of what is kept, in pixels
 * @param thumbnailSide the long side of a thumbnail, in pixels
 * @param atOnce how many pictures are worked on at the same time
 */
@ConfigurationProperties("ecobot.picture")
record PictureSettings(
        @DefaultValue("120000000") long maxPixels,
        @DefaultValue("25000000") long maxProgressivePixels,
        @DefaultValue("50000000") long decodedBytes,
        @DefaultValue("2560") int longSide,
        @DefaultValue("320") int thumbnailSide,
        @DefaultValue("2") int atOnce) {}
