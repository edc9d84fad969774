package ecobot.sandbox;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which HTTP calls to the platform go wrong. The first rule that strikes wins. Missing fields have the defaults named here.
 *
 * @param path pattern of paths, such as {@code /v1.0/robot/**}; all calls of the platform by default
 * @param kind what happens
 * @param status of kind {@code STATUS}; 503 by default
 * @param processed whether the call is carried out before its answer goes wrong: after the body rather than before it. Kind {@code DELAY}
 *     always carries it out
 * @param delayMillis how long the answer is kept back, with any kind; 0 by default
 * @param skip how many calls that match pass first; 0 by default
 * @param count how often it strikes; null for no end
 * @param probability of striking, 0 to 1; 1 by default
 * @param seed of the dice; 1 by default
 */
record HttpFault(
        String path,
        Kind kind,
        int status,
        boolean processed,
        int delayMillis,
        int skip,
        @Nullable Integer count,
        double probability,
        long seed) {

    @JsonCreator
    static HttpFault of(
            @JsonProperty("path") @Nullable String path,
            @JsonProperty("kind") @Nullable Kind kind,
            @JsonProperty("status") @Nullable Integer status,
            @JsonProperty("processed") @Nullable Boolean processed,
            @JsonProperty("delayMillis") @Nullable Integer delayMillis,
            @JsonProperty("skip") @Nullable Integer skip,
            @JsonProperty("count") @Nullable Integer count,
            @JsonProperty("probability") @Nullable Double probability,
            @JsonProperty("seed") @Nullable Long seed) {
        return new HttpFault(
                or(path, "/**"),
                or(kind, Kind.DELAY),
                or(status, 503),
                or(processed, false),
                or(delayMillis, 0),
                or(skip, 0),
                count,
                or(probability, 1.0),
                or(seed, 1L));
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    /** Ways to go wrong. */
    enum Kind {
        /** Only late. */
        DELAY,
        /** The connection is cut without an answer. */
        RESET,
        /** An error of the server. */
        STATUS,
        /** Throttled, in the words of the API that was called. */
        THROTTLE,
        /** A page with status 200, as the punishment of an address looks. */
        HTML
    }
}
