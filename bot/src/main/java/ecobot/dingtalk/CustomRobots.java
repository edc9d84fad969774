package ecobot.dingtalk;

import ecobot.outbox.Messenger;
import ecobot.outbox.Messenger.Channel;
import ecobot.outbox.Messenger.Plan;
import ecobot.outbox.Messenger.Result;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.GroupTarget;
import ecobot.roster.Group;
import ecobot.roster.Roster;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * 自定义机器人: the robots of groups where the app's robot is not. They speak through an address of their own, signed, and hear nothing. A message
 * has a key there, so that it may be repeated.
 */
@Component
class CustomRobots {

    private static final String ALGORITHM = "HmacSHA256";

    private final Roster roster;
    private final DingTalkAccess access;
    private final SessionWebhook webhook;
    private final CustomRobotPace pace;
    private final DingTalkSettings settings;
    private final Clock clock;

    CustomRobots(
            Roster roster,
            DingTalkAccess access,
            SessionWebhook webhook,
            CustomRobotPace pace,
            DingTalkSettings settings,
            Clock clock) {
        this.roster = roster;
        this.access = access;
        this.webhook = webhook;
        this.pace = pace;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a group has nothing but a custom robot. */
    boolean isOnlyWayTo(Outgoing.Target target) {
        return name(target).isPresent();
    }

    /** The way through the custom robot; empty when its key is not configured, or when it cannot carry the message. */
    Optional<Plan> plan(Outgoing message) {
        return message.content() instanceof Outgoing.File
                ? Optional.empty()
                : name(message.target()).flatMap(access::customRobot).map(key -> new Plan(Channel.CUSTOM_ROBOT, true));
    }

    private Optional<String> name(Outgoing.Target target) {
        return target instanceof GroupTarget group
                ? roster.groupByConversation(group.conversationId()).map(Group::customRobot)
                : Optional.empty();
    }

    /** Posts what {@code letter} says, once there is room for it in the robot's minute. */
    Result send(Outgoing message, Letter letter, Deadline deadline) throws CallFailed {
        String name = name(message.target()).orElse("");
        ObjectNode body = letter.webhook();
        Optional<CustomRobotKey> key = access.customRobot(name);
        if (body == null || key.isEmpty()) {
            return new Messenger.Refused("no-custom-robot");
        }
        String messageKey = messageKey(message);
        body.put("msgUuid", messageKey);
        if (WebhookBody.isTooLong(body)) {
            return new Messenger.Refused("too-long");
        }
        deadline.require(settings.callTimeout());
        Optional<Duration> wait = pace.take(name, messageKey);
        if (wait.isPresent()) {
            return new Messenger.Unreachable("custom-robot-pace", wait.get());
        }
        try {
            webhook.post(address(key.get()), body, QuotaMeter.Counter.WEBHOOK_STREAM);
        } finally {
            pace.answered(name, messageKey);
        }
        return new Messenger.Sent(Channel.CUSTOM_ROBOT, null);
    }

    /** The platform says nothing about the length of a key, so it gets what the name promises. */
    private static String messageKey(Outgoing message) {
        return UUID.nameUUIDFromBytes(message.key().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private URI address(CustomRobotKey key) {
        String address = "/robot/send?access_token=" + encode(key.accessToken());
        if (!key.secret().isEmpty()) {
            String timestamp = String.valueOf(clock.millis());
            address += "&timestamp=" + timestamp + "&sign=" + encode(sign(timestamp, key.secret()));
        }
        return access.oapiBase().resolve(address);
    }

    /** Good for an hour around {@code timestamp}, which is in milliseconds since the epoch. */
    static String sign(String timestamp, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] signature = mac.doFinal((timestamp + "\n" + secret).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign", e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
