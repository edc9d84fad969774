package ecobot.dingtalk;

import ecobot.audit.Alarms;
import ecobot.outbox.Messenger;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.GroupTarget;
import ecobot.outbox.Outgoing.PersonTarget;
import ecobot.outbox.Outgoing.Session;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends by the cheapest way that is open: the reply address while it lives, else the app's robot. One message is one call: what is longer than
 * the platform allows is refused as {@code too-long}, for half a message sent could be neither repeated nor taken back.
 */
@Component
class DingTalkMessenger implements Messenger {

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    private final LetterWriter writer;
    private final SessionWebhook webhook;
    private final AppRobot robot;
    private final DingTalkSettings settings;
    private final Alarms alarms;
    private final Clock clock;
    private final Clock machineClock;
    /** Reply addresses by lane that the platform complained about, until when to leave them alone. */
    private final Map<String, Instant> bans = new ConcurrentHashMap<>();

    DingTalkMessenger(
            LetterWriter writer,
            SessionWebhook webhook,
            AppRobot robot,
            DingTalkSettings settings,
            @Lazy Alarms alarms,
            Clock clock,
            @Qualifier("machineClock") Clock machineClock) {
        this.writer = writer;
        this.webhook = webhook;
        this.robot = robot;
        this.settings = settings;
        this.alarms = alarms;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    @Override
    public Result send(Outgoing message, int attempt, boolean repeatMarked) {
        try {
            Letter letter = writer.write(message, repeatMarked);
            Optional<URI> reply = openReply(message.target());
            if (reply.isPresent() && letter.forWebhook().isPresent()) {
                Result result = reply(message, letter.forWebhook().get(), reply.get(), attempt);
                if (result != null) {
                    return result;
                }
            }
            return call(message.target(), letter.robot());
        } catch (CallFailed e) {
            return result(e.fault(), channel(message.target()), attempt, false);
        }
    }

    /** Null when the reply address did not work out, and the Open API may still. */
    private @Nullable Result reply(Outgoing message, ObjectNode body, URI url, int attempt) {
        body.put("msgUuid", message.key());
        if (body.toString().getBytes(StandardCharsets.UTF_8).length > WebhookBody.MAX_BYTES) {
            return new Refused("too-long");
        }
        try {
            webhook.post(url, body);
            return new Sent(Channel.SESSION_WEBHOOK, null);
        } catch (CallFailed e) {
            switch (e.fault().remedy()) {
                case USE_API -> {
                    return null;
                }
                case BANNED -> {
                    bans.put(message.target().lane(), machineClock.instant().plus(e.fault().delay()));
                    return null;
                }
                default -> {
                    return result(e.fault(), Channel.SESSION_WEBHOOK, attempt, settings.webhookKeyed());
                }
            }
        }
    }

    private Result call(Outgoing.Target target, RobotMessage message) throws CallFailed {
        if (message.isTooLong()) {
            return new Refused("too-long");
        }
        return target instanceof GroupTarget group
                ? new Sent(Channel.APP_GROUP, robot.sendToGroup(group.conversationId(), message))
                : new Sent(Channel.APP_PRIVATE, robot.sendToPerson(((PersonTarget) target).staffId(), message));
    }

    /** The reply address, if it lives for another while and nobody complained. */
    private Optional<URI> openReply(Outgoing.Target target) {
        Session session = target instanceof GroupTarget group ? group.session() : ((PersonTarget) target).session();
        if (session == null || isBanned(target.lane())) {
            return Optional.empty();
        }
        return clock.instant().isBefore(session.expiresAt().minus(MARGIN))
                ? Optional.of(session.url())
                : Optional.empty();
    }

    private boolean isBanned(String lane) {
        Instant until = bans.get(lane);
        if (until != null && !machineClock.instant().isBefore(until)) {
            bans.remove(lane, until);
            return false;
        }
        return until != null;
    }

    private static Channel channel(Outgoing.Target target) {
        return target instanceof GroupTarget ? Channel.APP_GROUP : Channel.APP_PRIVATE;
    }

    private Result result(Fault fault, Channel channel, int attempt, boolean keyed) {
        return switch (fault.remedy()) {
            case RETRY, PUNISHED -> new Retry(fault.reason(), delay(fault, attempt));
            case NEW_TOKEN -> new Retry(fault.reason(), Faults.MINUTE);
            case BANNED -> new Banned(channel, machineClock.instant().plus(fault.delay()));
            case UNKNOWN -> new Unknown(fault.reason(), keyed);
            case REFUSED, USE_API -> new Refused(fault.reason());
            case QUOTA -> {
                alarms.raise(MessageIntake.QUOTA_EXHAUSTED, "the month's calls are used up");
                yield new Refused(fault.reason());
            }
        };
    }

    /** At least what the platform asks for, doubling with each attempt, with jitter. */
    private static Duration delay(Fault fault, int attempt) {
        long asked = fault.delay().toMillis();
        long doubled = Math.min(asked << Math.min(attempt - 1, 10), Math.max(asked, LONGEST_DELAY.toMillis()));
        return Duration.ofMillis(doubled + ThreadLocalRandom.current().nextLong(doubled / 4 + 1));
    }
}
