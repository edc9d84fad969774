package ecobot.media;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are fetched.
 *
 * @param fetchers how many files this node fetches at the same time
 * @param giveUpAfter how long a file is tried for
 * @param firstPause after a first failure; doubled after each further one, up to {@code longestPause}
 * @param lease after which an attempt counts as lost
 */
@ConfigurationProperties("ecobot.media")
record MediaSettings(
        @DefaultValue("2") int fetchers,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("10s") Duration poll) {}
