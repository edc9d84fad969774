package ecobot.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the inbox works.
 *
 * @param queue how many messages may wait for being stored; beyond it they are turned away
 * @param batch how many messages are committed together at most
 * @param patience how long a message may wait for being stored before its sender is told that it was not
 * @param workers how many lanes are worked on at the same time by this node
 * @param lanes how many lanes this node reserves at most
 * @param lease how long a lane is reserved for this node; another one takes over when it is not renewed
 * @param poll how often messages are looked for that another node left behind
 * @param keep how long handled messages are kept, at least 7 days: so long a repeated delivery is recognised
 */
@ConfigurationProperties("ecobot.inbox")
record InboxSettings(
        @DefaultValue("50000") int queue,
        @DefaultValue("500") int batch,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("4") int workers,
        @DefaultValue("64") int lanes,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("30d") Duration keep) {

    InboxSettings {
        if (keep.compareTo(Duration.ofDays(7)) < 0) {
            throw new IllegalArgumentException("ecobot.inbox.keep is " + keep + ", has to be 7d or more");
        }
    }
}
