package ecobot.dingtalk;

import ecobot.audit.Alarms;
import ecobot.outbox.Messenger;
import ecobot.outbox.Outgoing;
import ecobot.outbox.Outgoing.GroupTarget;
import ecobot.outbox.Outgoing.PersonTarget;
import ecobot.outbox.Outgoing.Session;
import ecobot.outbox.Outgoing.StandingTarget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends by the cheapest way that is open: the reply address while it lives, else the app's robot, or the custom robot where there is no other. One message is one call: what is longer than
 * the platform allows is refused as {@code too-long}, for half a message sent could be neither repeated nor taken back.
 */
@Component
class DingTalkMessenger implements Messenger {

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    /** A message is tried for a quarter of an hour only while the platform is busy. */
    private static final Duration LONGEST_BUSY_DELAY = Duration.ofMinutes(1);
    /** A dead reply address is not asked again; the next message brings another one. */
    private static final Duration DEAD_SESSION = Duration.ofMinutes(2);

    private final LetterWriter writer;
    private final SessionWebhook webhook;
    private final AppRobot robot;
    private final CustomRobots customRobots;
    private final Todos todos;
    private final Cards cards;
    private final Dings dings;
    private final Calendars calendars;
    private final DingTalkSettings settings;
    private final Alarms alarms;
    private final Clock clock;
    private final Clock machineClock;

    DingTalkMessenger(
            LetterWriter writer,
            SessionWebhook webhook,
            AppRobot robot,
            CustomRobots customRobots,
            Todos todos,
            Cards cards,
            Dings dings,
            Calendars calendars,
            DingTalkSettings settings,
            Alarms alarms,
            Clock clock,
            @Qualifier("machineClock") Clock machineClock) {
        this.writer = writer;
        this.webhook = webhook;
        this.robot = robot;
        this.customRobots = customRobots;
        this.todos = todos;
        this.cards = cards;
        this.dings = dings;
        this.calendars = calendars;
        this.settings = settings;
        this.alarms = alarms;
        this.clock = clock;
        this.machineClock = machineClock;
    }

    @Override
    public Optional<Plan> plan(Outgoing message, Set<Channel> closed) {
        if (message.target() instanceof StandingTarget) {
            return Optional.of(standing(message.content())).filter(plan -> !closed.contains(plan.channel()));
        }
        if (message.content() instanceof Outgoing.Card card
                && message.target() instanceof GroupTarget
                && !closed.contains(Channel.CARD)
                && !customRobots.isOnlyWayTo(message.target())
                && cards.canCarry(card)) {
            return Optional.of(new Plan(Channel.CARD, true));
        }
        Stream<Plan> byReply = hasReplyAddress(message)
                ? Stream.of(new Plan(Channel.SESSION_WEBHOOK, settings.webhookKeyed()))
                : Stream.empty();
        Stream<Plan> byRobot = customRobots.isOnlyWayTo(message.target())
                ? customRobots.plan(message).stream()
                : Stream.of(new Plan(robotChannel(message.target()), false));
        return Stream.concat(byReply, byRobot)
                .filter(plan -> !closed.contains(plan.channel()))
                .findFirst();
    }

    private static Plan standing(Outgoing.Content content) {
        if (content instanceof Outgoing.Ding) {
            return new Plan(Channel.DING, false);
        }
        if (content instanceof Outgoing.Event) {
            return new Plan(Channel.CALENDAR, true);
        }
        return new Plan(content instanceof Outgoing.Card ? Channel.CARD : Channel.TODO, true);
    }

    /** Whether there is one that lives for another while, and that can carry the content. */
    private boolean hasReplyAddress(Outgoing message) {
        Session session = session(message.target());
        return session != null
                && !(message.content() instanceof Outgoing.File)
                && clock.instant().isBefore(session.expiresAt().minus(MARGIN));
    }

    private static @Nullable Session session(Outgoing.Target target) {
        if (target instanceof GroupTarget group) {
            return group.session();
        }
        return target instanceof PersonTarget person ? person.session() : null;
    }

    private static Channel robotChannel(Outgoing.Target target) {
        return target instanceof GroupTarget ? Channel.APP_GROUP : Channel.APP_PRIVATE;
    }

    @Override
    public Result send(Outgoing message, Attempt attempt) {
        Deadline deadline = Deadline.in(PATIENCE.minusSeconds(1));
        try {
            if (message.content() instanceof Outgoing.Ding ding) {
                return dings.send(ding, attempt.repeatMarked(), deadline);
            }
            if (message.content() instanceof Outgoing.Todo todo) {
                return todos.send(((StandingTarget) message.target()).id(), todo, deadline);
            }
            if (message.content() instanceof Outgoing.Event event) {
                return calendars.send(((StandingTarget) message.target()).id(), event, deadline);
            }
            if (message.content() instanceof Outgoing.Card card
                    && attempt.plan().channel() == Channel.CARD) {
                return message.target() instanceof GroupTarget group
                        ? cards.deliver(group.conversationId(), card, message.mentions(), attempt, deadline)
                        : cards.update(card, deadline);
            }
            Letter letter = writer.write(message, attempt.repeatMarked(), deadline);
            return switch (attempt.plan().channel()) {
                case SESSION_WEBHOOK -> reply(message, letter, deadline);
                case CUSTOM_ROBOT -> customRobots.send(message, letter, deadline);
                case APP_GROUP, APP_PRIVATE -> call(message.target(), letter.robot(), deadline);
                case TODO, CARD, DING, CALENDAR ->
                    throw new IllegalStateException(
                            "no letter goes by " + attempt.plan().channel());
            };
        } catch (CallFailed e) {
            return result(message.target(), e.fault(), attempt);
        }
    }

    /**
     * One call for all of them. When the platform refuses the whole call, it may have been for the sake of one: they are then tried one by one.
     */
    @Override
    public List<Result> sendTogether(List<Outgoing> alike, Attempt attempt) {
        Deadline deadline = Deadline.in(PATIENCE.minusSeconds(1));
        try {
            RobotMessage letter = writer.write(alike.get(0), false, deadline).robot();
            if (letter.isTooLong()) {
                throw new CallFailed(Faults.of(Faults.TOO_LONG));
            }
            List<String> staffIds =
                    alike.stream().map(DingTalkMessenger::staffId).toList();
            AppRobot.Told told = robot.sendToPersons(staffIds, letter, deadline);
            return alike.stream().map(message -> result(message, told, attempt)).toList();
        } catch (CallFailed e) {
            Fault fault = e.fault();
            Result forAll = fault.remedy() == Fault.Remedy.REFUSED
                    ? new Unreachable(fault.reason(), Faults.SOON)
                    : result(alike.get(0).target(), fault, attempt);
            return Collections.nCopies(alike.size(), forAll);
        }
    }

    private Result result(Outgoing message, AppRobot.Told told, Attempt attempt) {
        Fault fault = told.fault(staffId(message));
        return fault == null ? new Sent(Channel.APP_PRIVATE, told.key()) : result(message.target(), fault, attempt);
    }

    private static String staffId(Outgoing message) {
        return ((PersonTarget) message.target()).staffId();
    }

    private Result reply(Outgoing message, Letter letter, Deadline deadline) throws CallFailed {
        Session session = session(message.target());
        ObjectNode body = letter.webhook();
        if (session == null || body == null) {
            throw new CallFailed(Faults.of("session.notExisted", 400));
        }
        body.put("msgUuid", message.key());
        if (WebhookBody.isTooLong(body)) {
            throw new CallFailed(Faults.of(Faults.TOO_LONG));
        }
        deadline.require(settings.callTimeout());
        webhook.post(session.url(), body, QuotaMeter.Counter.SESSION_REPLY);
        return new Sent(Channel.SESSION_WEBHOOK, null);
    }

    private Result call(Outgoing.Target target, RobotMessage message, Deadline deadline) throws CallFailed {
        if (message.isTooLong()) {
            throw new CallFailed(Faults.of(Faults.TOO_LONG));
        }
        String platformId = target instanceof GroupTarget group
                ? robot.sendToGroup(group.conversationId(), message, deadline)
                : robot.sendToPerson(((PersonTarget) target).staffId(), message, deadline);
        return new Sent(robotChannel(target), platformId);
    }

    private Result result(Outgoing.Target target, Fault fault, Attempt attempt) {
        return switch (fault.remedy()) {
            case RETRY -> new Retry(fault.reason(), delay(fault, attempt.number(), LONGEST_BUSY_DELAY));
            case LATER, PUNISHED -> new Unreachable(fault.reason(), delay(fault, attempt.number(), LONGEST_DELAY));
            case GOES_ON -> new Unreachable(fault.reason(), fault.delay());
            case FRUITLESS -> new Fruitless(fault.reason(), fault.delay());
            case NEW_TOKEN -> new Unreachable(fault.reason(), Faults.MINUTE);
            case BANNED -> new Banned(attempt.plan().channel(), in(fault.delay()));
            case USE_API -> new Banned(attempt.plan().channel(), in(DEAD_SESSION));
            case UNKNOWN -> new Unknown(fault.reason(), attempt.plan().keyed());
            case REFUSED -> new Refused(fault.reason());
            case TARGET_GONE ->
                target instanceof GroupTarget ? new TargetGone(fault.reason()) : new Refused(fault.reason());
            case QUOTA -> {
                alarms.raise(MessageIntake.QUOTA_EXHAUSTED, "the month's calls are used up");
                yield new Refused(fault.reason());
            }
        };
    }

    private Instant in(Duration time) {
        return machineClock.instant().plus(time);
    }

    /** At least what the platform asks for, doubling with each attempt, with jitter. */
    private static Duration delay(Fault fault, int attempt, Duration most) {
        long asked = fault.delay().toMillis();
        long longest = Math.max(asked, most.toMillis());
        long doubled = Math.min(asked << Math.min(attempt - 1, 10), longest);
        return Duration.ofMillis(doubled + ThreadLocalRandom.current().nextLong(doubled / 4 + 1));
    }
}
