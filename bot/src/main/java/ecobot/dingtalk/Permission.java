package ecobot.dingtalk;

import ecobot.outbox.Messenger;
import ecobot.outbox.Messenger.Result;
import ecobot.outbox.RefusedExtras;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an extra needs that not every organisation gives. When it was refused nothing is asked for an hour; then the next one tries again. Meanwhile
 * people have the messages only. Thread-safe.
 */
final class Permission {

    /** The platform's answer when it was not given. */
    static final String MISSING = RefusedExtras.NO_PERMISSION;

    private static final Logger log = LoggerFactory.getLogger(Permission.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final String extra;
    private final String scopes;
    private final Clock machineClock;
    private volatile Instant refusedUntil = Instant.EPOCH;

    /**
     * Not refused so far.
     *
     * @param extra what it is for, and {@code scopes} what the console calls it; both for the log
     */
    Permission(String extra, String scopes, Clock machineClock) {
        this.extra = extra;
        this.scopes = scopes;
        this.machineClock = machineClock;
    }

    /** A deed that needs it. */
    interface Deed {
        Result make() throws CallFailed;
    }

    /** Makes the deed, unless the permission was refused a short while ago. */
    Result use(Deed deed) throws CallFailed {
        return use(deed, fault -> fault.reason().equals(MISSING));
    }

    /** @param refusal which faults mean that it is not given */
    Result use(Deed deed, Predicate<Fault> refusal) throws CallFailed {
        if (isRefused()) {
            return new Messenger.Refused(MISSING);
        }
        try {
            return deed.make();
        } catch (CallFailed e) {
            if (refusal.test(e.fault())) {
                refuse(e.fault());
            }
            throw e;
        }
    }

    /** Whether it was refused a short while ago. */
    boolean isRefused() {
        return machineClock.instant().isBefore(refusedUntil);
    }

    /** When it is tried again; in the past unless it is refused. */
    Instant refusedUntil() {
        return refusedUntil;
    }

    void refuse(Fault fault) {
        refusedUntil = machineClock.instant().plus(PAUSE);
        log.warn("No {} for an hour, messages only ({}; {})", extra, fault.reason(), scopes);
    }
}
