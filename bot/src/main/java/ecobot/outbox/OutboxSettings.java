package ecobot.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox works.
 *
 * @param senders how many messages this node sends at the same time
 * @param tries how many attempts a message has that end in the dark, or in an upload that came to nothing
 * @param firstPause before a second attempt; doubled after each further one
 * @param busyFor how long a message is tried whose every attempt the platform answers with being busy; then it is given up, so that its lane goes on
 * @param giveUpAfter how long a message may wait for an unreachable platform, from when it could first have left, nights included; an hour at least
 *     after it was held
 * @param lease after which an attempt counts as lost; longer than {@link Messenger#PATIENCE}
 * @param keyWindow how long after an attempt its key is trusted to make another one harmless; the platform names no figure
 * @param poll how often messages are looked for that another node left behind
 * @param keep how long final messages are kept; so long their keys are remembered
 * @param fullAfter how long the oldest message may wait before an operator is told
 * @param fullAt how many messages may wait before an operator is told
 */
@ConfigurationProperties("ecobot.outbox")
record OutboxSettings(
        @DefaultValue("4") int senders,
        @DefaultValue("6") int tries,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("15m") Duration busyFor,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("10m") Duration keyWindow,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("60d") Duration keep,
        @DefaultValue("10m") Duration fullAfter,
        @DefaultValue("5000") int fullAt) {}
