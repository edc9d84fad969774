package ecobot.outbox;

import ecobot.audit.Alarms;
import ecobot.database.PassingTrouble;
import ecobot.outbox.StoredOutgoing.State;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Makes one attempt: plans it, writes down that it begins, calls the messenger outside any transaction, writes down how it ended. Whoever
 * dies in between leaves a row in SENDING, and only then is the outcome unknown.
 */
@Component
class Sender {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private static final Duration SHORTEST_BAN = Duration.ofSeconds(1);
    private static final int MARK_TRIES = 20;
    private static final long MARK_PAUSE_MILLIS = 250;

    private final OutboxMapper outbox;
    private final Messenger messenger;
    private final RetryRules rules;
    private final StoredTargets targets;
    private final RobotPace robots;
    private final Allowance allowance;
    private final OutboxSettings settings;
    private final Alarms alarms;
    private final Clock machineClock;
    private final MeterRegistry meters;
    private final ReentrantLock gathering = new ReentrantLock();

    Sender(
            OutboxMapper outbox,
            Messenger messenger,
            RetryRules rules,
            StoredTargets targets,
            RobotPace robots,
            Allowance allowance,
            OutboxSettings settings,
            Alarms alarms,
            @Qualifier("machineClock") Clock machineClock,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.messenger = messenger;
        this.rules = rules;
        this.targets = targets;
        this.robots = robots;
        this.allowance = allowance;
        this.settings = settings;
        this.alarms = alarms;
        this.machineClock = machineClock;
        this.meters = meters;
    }

    /**
     * Takes one step with the oldest message of a lane, which is due.
     *
     * @return false when another node was faster
     */
    boolean attempt(StoredOutgoing message) {
        if (message.state() == State.SENDING) {
            return mark(message, message.attempts(), rules.afterCrash(message));
        }
        Outgoing outgoing = message.outgoing();
        List<OutboxMapper.Ban> bans = outbox.bans(message.lane(), machineClock.instant());
        Optional<Messenger.Plan> plan = plan(message, outgoing, bans);
        if (plan.isEmpty()) {
            return mark(message, message.attempts(), withoutPlan(message, bans));
        }
        if (message.optional() && allowance.isShort(plan.get().channel())) {
            return mark(message, message.attempts(), rules.givesWay(message));
        }
        if (plan.get().channel() == Messenger.Channel.CUSTOM_ROBOT) {
            Optional<Instant> free = robots.freeAt(message.lane());
            if (free.isPresent()) {
                return mark(message, message.attempts(), rules.waitUntil(message, free.get()));
            }
            robots.use(message);
        }
        List<StoredOutgoing> begun = begin(message, plan.get());
        if (begun.isEmpty()) {
            return false;
        }
        return begun.size() == 1 ? send(message, outgoing, plan.get()) : sendTogether(begun, plan.get());
    }

    /** The message and those that one call sends with it; empty when another node was faster. */
    private List<StoredOutgoing> begin(StoredOutgoing message, Messenger.Plan plan) {
        if (plan.channel() != Messenger.Channel.APP_PRIVATE) {
            return beginOne(message, plan) ? List.of(message) : List.of();
        }
        gathering.lock(); // or the senders of this node would share out the people among their calls
        try {
            return beginOne(message, plan)
                    ? Stream.concat(Stream.of(message), others(message, plan).stream())
                            .toList()
                    : List.of();
        } finally {
            gathering.unlock();
        }
    }

    /** Other people who get the same and whose messages were begun with this one: one call serves them all. */
    private List<StoredOutgoing> others(StoredOutgoing message, Messenger.Plan plan) {
        return message.attempts() > 0
                ? List.of()
                : outbox.alike(message.id(), machineClock.instant(), Messenger.PERSONS_PER_CALL - 1).stream()
                        .filter(other -> beginOne(other, plan))
                        .toList();
    }

    private boolean sendTogether(List<StoredOutgoing> messages, Messenger.Plan plan) {
        List<Outgoing> alike = messages.stream().map(StoredOutgoing::outgoing).toList();
        List<Messenger.Result> results = resultsTogether(alike, new Messenger.Attempt(1, plan, false, false));
        boolean marked = true;
        for (int i = 0; i < messages.size(); i++) {
            marked &= mark(messages.get(i), 1, rules.after(messages.get(i), results.get(i)));
        }
        return marked;
    }

    private List<Messenger.Result> resultsTogether(List<Outgoing> alike, Messenger.Attempt attempt) {
        try {
            return messenger.sendTogether(alike, attempt);
        } catch (RuntimeException e) {
            log.error("The messenger failed", e);
            return Collections.nCopies(alike.size(), new Messenger.Unknown("messenger-failed", false));
        }
    }

    private Optional<Messenger.Plan> plan(StoredOutgoing message, Outgoing outgoing, List<OutboxMapper.Ban> bans) {
        Set<Messenger.Channel> closed =
                bans.stream().map(OutboxMapper.Ban::channel).collect(Collectors.toSet());
        return Optional.ofNullable(message.pinnedPlan())
                .or(() -> messenger.plan(outgoing, closed))
                .filter(plan -> !closed.contains(plan.channel()));
    }

    private Next withoutPlan(StoredOutgoing message, List<OutboxMapper.Ban> bans) {
        return bans.stream()
                .map(OutboxMapper.Ban::untilAt)
                .min(Comparator.naturalOrder())
                .map(until -> rules.waitUntil(message, until))
                .orElseGet(() -> rules.noWay(message));
    }

    private boolean beginOne(StoredOutgoing message, Messenger.Plan plan) {
        Instant now = machineClock.instant();
        try {
            return outbox.begin(message.id(), message.attempts(), plan, now, now.plus(settings.lease())) == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private boolean send(StoredOutgoing message, Outgoing outgoing, Messenger.Plan plan) {
        int attempt = message.attempts() + 1;
        Messenger.Result result =
                result(outgoing, new Messenger.Attempt(attempt, plan, message.repeatMarked(), message.pinned()));
        boolean marked = mark(message, attempt, rules.after(message, result));
        if (result instanceof Messenger.Banned banned) {
            ban(message.lane(), banned);
        } else if (result instanceof Messenger.TargetGone gone) {
            targets.stop(message.lane(), gone.reason());
        } else if (result instanceof Messenger.Sent) {
            targets.open(message.lane()); // somebody tried it again, and it is back
        }
        return marked;
    }

    private void ban(String lane, Messenger.Banned banned) {
        Instant soonest = machineClock.instant().plus(SHORTEST_BAN);
        outbox.ban(lane, banned.channel(), banned.until().isBefore(soonest) ? soonest : banned.until());
        log.warn("A way is closed until {}: {}", banned.until(), banned.channel());
    }

    private Messenger.Result result(Outgoing outgoing, Messenger.Attempt attempt) {
        try {
            return messenger.send(outgoing, attempt);
        } catch (RuntimeException e) {
            log.error("The messenger failed", e);
            return new Messenger.Unknown("messenger-failed", attempt.plan().keyed());
        }
    }

    private boolean mark(StoredOutgoing message, int attempt, Next next) {
        boolean marked = markPatiently(message, attempt, next);
        if (!marked) {
            log.warn("Attempt {} of message {} ended after it was taken for lost", attempt, message.id());
        } else if (next instanceof Next.End end) {
            ended(message, end);
        } else if (next instanceof Next.Again again) {
            again(message, again);
        }
        return marked;
    }

    private void again(StoredOutgoing message, Next.Again again) {
        if (outbox.endTakenBack(message.id(), machineClock.instant()) == 1) {
            log.info("Message {} was taken back during an attempt that ended so: {}", message.id(), again.reason());
        } else {
            log.info("Message {} is sent again after {}: {}", message.id(), again.notBefore(), again.reason());
        }
    }

    /** A mark that is lost would make a known outcome unknown. */
    private boolean markPatiently(StoredOutgoing message, int attempt, Next next) {
        for (int tries = 1; ; tries++) {
            try {
                return mark(message.id(), attempt, next) == 1;
            } catch (RuntimeException e) {
                if (!PassingTrouble.is(e) || tries == MARK_TRIES) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private int mark(long id, int attempt, Next next) {
        return next instanceof Next.Again again
                ? outbox.again(id, attempt, again)
                : outbox.end(id, attempt, (Next.End) next, machineClock.instant());
    }

    private void ended(StoredOutgoing message, Next.End end) {
        String state = end.state().name().toLowerCase(Locale.ROOT);
        meters.counter("ecobot.outbox.ended", "state", state).increment();
        if (end.state() != State.SENT) {
            if (message.isExtra()) {
                log.info("Extra {} is {}: {}", message.id(), state, end.reason());
                return;
            }
            log.warn("Message {} is {}: {}", message.id(), state, end.reason());
            alarms.raise("outbox-" + state, "message " + message.id() + ": " + end.reason());
        }
    }

    private static void pause(RuntimeException failure) {
        try {
            Thread.sleep(MARK_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
