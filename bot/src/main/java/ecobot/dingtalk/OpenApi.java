package ecobot.dingtalk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Every call with a token goes through here: pause after a ban, pace, token, one more try with a fresh token, quota. */
@Component
class OpenApi {

    private final Tokens tokens;
    private final Pace pace;
    private final QuotaMeter quota;
    private final Clock machineClock;
    private final Duration callTimeout;
    private volatile Instant pausedUntil = Instant.EPOCH;
    private volatile @Nullable Fault lastFault;

    /** One attempt at a call. */
    interface Attempt<T> {
        T with(String token) throws CallFailed;
    }

    OpenApi(
            Tokens tokens,
            Pace pace,
            QuotaMeter quota,
            @Qualifier("machineClock") Clock machineClock,
            DingTalkSettings settings) {
        this.tokens = tokens;
        this.pace = pace;
        this.quota = quota;
        this.machineClock = machineClock;
        callTimeout = settings.callTimeout();
    }

    /** Makes a call, unless it might end after {@code deadline}. */
    <T> T call(Deadline deadline, Attempt<T> attempt) throws CallFailed {
        return call(deadline, attempt, () -> quota.count(QuotaMeter.Counter.OPEN_API));
    }

    /** Makes a call that the platform does not charge to the month. */
    <T> T callFree(Deadline deadline, Attempt<T> attempt) throws CallFailed {
        return call(deadline, attempt, () -> {});
    }

    private <T> T call(Deadline deadline, Attempt<T> attempt, Runnable charge) throws CallFailed {
        try {
            T answer = callTwiceAtMost(deadline, attempt, charge);
            lastFault = null;
            return answer;
        } catch (CallFailed e) {
            lastFault = e.fault();
            if (e.fault().remedy() == Fault.Remedy.PUNISHED) {
                pausedUntil = machineClock.instant().plus(e.fault().delay());
            }
            throw e;
        }
    }

    /** How the last call failed; null when it did not. */
    @Nullable
    Fault lastFault() {
        return lastFault;
    }

    private <T> T callTwiceAtMost(Deadline deadline, Attempt<T> attempt, Runnable charge) throws CallFailed {
        String token = tokens.token(deadline);
        try {
            return once(deadline, attempt, token, charge);
        } catch (CallFailed e) {
            if (e.fault().remedy() != Fault.Remedy.NEW_TOKEN) {
                throw e;
            }
            tokens.drop(token);
            return once(deadline, attempt, tokens.token(deadline), charge);
        }
    }

    private <T> T once(Deadline deadline, Attempt<T> attempt, String token, Runnable charge) throws CallFailed {
        Pace.Turn turn = awaitTurn(deadline);
        try {
            deadline.require(callTimeout);
            T answer = attempt.with(token);
            charge.run();
            return answer;
        } catch (CallFailed e) {
            if (e.fault().isCharged()) {
                charge.run();
            }
            throw e;
        } finally {
            turn.over();
        }
    }

    private Pace.Turn awaitTurn(Deadline deadline) throws CallFailed {
        Duration pause = Duration.between(machineClock.instant(), pausedUntil);
        if (pause.compareTo(Duration.ZERO) > 0) {
            throw new CallFailed(Faults.of(Faults.BAN_RUNS).after(pause));
        }
        try {
            return pace.await(deadline.left().minus(callTimeout))
                    .orElseThrow(() -> new CallFailed(Faults.of(Faults.NO_TIME)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed(Faults.of(Faults.INTERRUPTED));
        }
    }
}
