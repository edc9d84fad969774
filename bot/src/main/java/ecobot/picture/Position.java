package ecobot.picture;

/**
 * A place on earth.
 *
 * @param latitude WGS-84 degrees, negative in the south
 * @param longitude WGS-84 degrees, negative in the west
 */
public record Position(double latitude, double longitude) {

    /** Whether a camera can have meant it: on the globe, and not the 0, 0 of a receiver that knew nothing. */
    boolean isPlausible() {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude != 0 || longitude != 0);
    }
}
