package ecobot.outbox;

import ecobot.outbox.StoredOutgoing.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * What becomes of a message, by how its attempt ended. The heart of the matter is an attempt that ended in the dark: with a key it is
 * repeated the same way, which is harmless; without one it is repeated once, visibly marked as a possible repeat; after that an operator
 * decides. All kinds of messages are treated alike here: a marked repeat harms less than an answer, a notice or a post that is missing.
 */
@Component
class RetryRules {

    private static final int LONGEST_PAUSE_DOUBLINGS = 5;

    /** A busy platform is left alone for as long again as it has been busy, but no longer than this. */
    private static final Duration LONGEST_BUSY_PAUSE = Duration.ofMinutes(1);

    /** What was held, for a night or for days, is tried for so long after it, however old it has become. */
    private static final Duration AFTER_HELD = Duration.ofHours(1);

    private final OutboxSettings settings;
    private final Clock machineClock;

    RetryRules(OutboxSettings settings, @Qualifier("machineClock") Clock machineClock) {
        this.settings = settings;
        this.machineClock = machineClock;
    }

    /** After an attempt. */
    Next after(StoredOutgoing message, Messenger.Result result) {
        if (result instanceof Messenger.Sent sent) {
            return new Next.End(State.SENT, sent.channel(), sent.platformId(), null);
        } else if (result instanceof Messenger.Retry retry) {
            return turnedDown(message, retry);
        } else if (result instanceof Messenger.Unreachable unreachable) {
            return unreachable(message, unreachable);
        } else if (result instanceof Messenger.Fruitless fruitless) {
            return fruitless(message, fruitless);
        } else if (result instanceof Messenger.Refused refused) {
            return refused(message, refused.reason());
        } else if (result instanceof Messenger.TargetGone gone) {
            return refused(message, gone.reason());
        } else if (result instanceof Messenger.Banned banned) {
            return banned(message, banned);
        } else {
            Messenger.Unknown unknown = (Messenger.Unknown) result;
            return inTheDark(message, unknown.reason(), unknown.keyed());
        }
    }

    /** When the sender died between the attempt and its mark. */
    Next afterCrash(StoredOutgoing message) {
        return inTheDark(message, "sender-lost", message.keyed() && isKeyTrusted(message));
    }

    /** When every way is closed until then. */
    Next waitUntil(StoredOutgoing message, Instant until) {
        return waits(message, until);
    }

    /** When there is no way to the target. */
    Next noWay(StoredOutgoing message) {
        return failed(message, "no-channel");
    }

    /** When it is optional and the month's quota is short. */
    Next givesWay(StoredOutgoing message) {
        return failed(message, "quota-reserved");
    }

    private Next turnedDown(StoredOutgoing message, Messenger.Retry retry) {
        Instant now = machineClock.instant();
        Instant since = Objects.requireNonNullElse(message.busySince(), now);
        Duration busy = Duration.between(since, now);
        if (busy.compareTo(patience(message)) >= 0) {
            return failed(message, retry.reason());
        }
        Duration pause = longer(retry.delay(), shorter(longer(busy, settings.firstPause()), LONGEST_BUSY_PAUSE));
        return new Next.Again(
                message.tries(), since, in(pause), message.repeatMarked(), message.pinned(), retry.reason());
    }

    /** An attempt that may have got through is repeated only while its key is trusted to make that harmless. */
    private Duration patience(StoredOutgoing message) {
        return message.pinned()
                ? shorter(settings.busyFor(), settings.keyWindow().minus(LONGEST_BUSY_PAUSE))
                : settings.busyFor();
    }

    private Next unreachable(StoredOutgoing message, Messenger.Unreachable unreachable) {
        return isTooOld(message)
                ? failed(message, unreachable.reason())
                : new Next.Again(
                        message.tries(),
                        null,
                        in(unreachable.delay()),
                        message.repeatMarked(),
                        message.pinned(),
                        unreachable.reason());
    }

    /** What an outage carried into a night is due since the day before, or it would never be too old. */
    private boolean isTooOld(StoredOutgoing message) {
        Instant now = machineClock.instant();
        Instant due = Objects.requireNonNullElse(message.dueSince(), message.queuedAt());
        return now.isAfter(due.plus(settings.giveUpAfter()))
                && (message.dueSince() == null || now.isAfter(message.queuedAt().plus(AFTER_HELD)));
    }

    private Next fruitless(StoredOutgoing message, Messenger.Fruitless fruitless) {
        int tries = message.tries() + 1;
        return tries >= settings.tries()
                ? failed(message, fruitless.reason())
                : new Next.Again(
                        tries,
                        null,
                        in(longer(fruitless.delay(), pause(tries))),
                        message.repeatMarked(),
                        message.pinned(),
                        fruitless.reason());
    }

    /** A pinned way that is gone leaves the earlier attempt in the dark. */
    private Next refused(StoredOutgoing message, String reason) {
        return message.pinned() && !message.repeatMarked()
                ? inTheDark(message, reason, false)
                : failed(message, reason);
    }

    private Next banned(StoredOutgoing message, Messenger.Banned banned) {
        Instant notBefore = message.pinned() ? banned.until() : machineClock.instant();
        return waits(message, notBefore);
    }

    private Next inTheDark(StoredOutgoing message, String reason, boolean keyed) {
        int tries = message.tries() + 1;
        if (keyed && tries < settings.tries()) {
            return new Next.Again(tries, null, in(pause(tries)), message.repeatMarked(), true, reason);
        }
        if (!keyed && !message.repeatMarked()) {
            return new Next.Again(tries, null, in(settings.firstPause()), true, false, reason);
        }
        return new Next.End(State.UNKNOWN, message.channel(), null, reason);
    }

    /** Nobody was asked, or one way only: what the platform answered before still counts. */
    private static Next waits(StoredOutgoing message, Instant until) {
        return new Next.Again(
                message.tries(), message.busySince(), until, message.repeatMarked(), message.pinned(), "banned");
    }

    private static Next failed(StoredOutgoing message, String reason) {
        return new Next.End(message.unsure() ? State.UNKNOWN : State.FAILED, message.channel(), null, reason);
    }

    private boolean isKeyTrusted(StoredOutgoing message) {
        return message.attemptedAt() != null
                && machineClock.instant().isBefore(message.attemptedAt().plus(settings.keyWindow()));
    }

    private Instant in(Duration delay) {
        return machineClock.instant().plus(delay);
    }

    private Duration pause(int tries) {
        return settings.firstPause().multipliedBy(1L << Math.min(tries - 1, LONGEST_PAUSE_DOUBLINGS));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
