package ecobot.dingtalk;

import com.aliyun.dingtalkoauth2_1_0.models.GetAccessTokenRequest;
import com.aliyun.dingtalkoauth2_1_0.models.GetAccessTokenResponseBody;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The app's access token, kept until ten minutes before its end; asking for one per call would be throttled. Whoever comes while one is being fetched
 * waits for it instead of fetching another, and shares the failure when none comes: one after the other they would wait far beyond their time.
 */
@Component
class Tokens {

    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final Sdk sdk;
    private final DingTalkAccess access;
    private final Clock machineClock;
    private final Duration callTimeout;
    private final ReentrantLock fetching = new ReentrantLock();
    private @Nullable String held;
    private volatile @Nullable String trouble;
    private Instant freshUntil = Instant.EPOCH;
    private @Nullable CallFailed failure;
    private long failedAt;

    Tokens(Sdk sdk, DingTalkAccess access, @Qualifier("machineClock") Clock machineClock, DingTalkSettings settings) {
        this.sdk = sdk;
        this.access = access;
        this.machineClock = machineClock;
        callTimeout = settings.callTimeout();
    }

    /**
     * A token that is good for a while. Ends by {@code deadline}, and begins nothing that might not.
     *
     * @throws CallFailed never with the remedy "unknown": nothing is sent to anybody
     */
    String token(Deadline deadline) throws CallFailed {
        long asked = System.nanoTime();
        lock(deadline);
        try {
            deadline.require(callTimeout);
            if (held == null || !machineClock.instant().isBefore(freshUntil)) {
                requireNoFailureSince(asked);
                held = fetch();
            }
            return held;
        } finally {
            fetching.unlock();
        }
    }

    private void lock(Deadline deadline) throws CallFailed {
        try {
            long longest = deadline.left().minus(callTimeout).toNanos();
            if (!fetching.tryLock(longest, TimeUnit.NANOSECONDS)) {
                throw new CallFailed(Faults.of(Faults.NO_TIME));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed(Faults.of(Faults.INTERRUPTED));
        }
    }

    private void requireNoFailureSince(long asked) throws CallFailed {
        CallFailed last = failure;
        if (last != null && failedAt - asked > 0) {
            throw last;
        }
    }

    /** Forgets a token that the platform did not take. */
    void drop(String stale) {
        fetching.lock();
        try {
            if (stale.equals(held)) {
                held = null;
            }
        } finally {
            fetching.unlock();
        }
    }

    /** Why the last attempt to get one failed; null when it did not. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private CallFailed failed(Fault fault) {
        trouble = fault.reason();
        CallFailed failed = new CallFailed(fault);
        failure = failed;
        failedAt = System.nanoTime();
        return failed;
    }

    private String fetch() throws CallFailed {
        GetAccessTokenRequest request =
                new GetAccessTokenRequest().setAppKey(access.clientId()).setAppSecret(access.clientSecret());
        GetAccessTokenResponseBody body = ask(request);
        if (body == null || body.getAccessToken() == null) {
            throw failed(Faults.of(Faults.FOREIGN_ANSWER).ofHarmlessCall());
        }
        trouble = null;
        Long seconds = body.getExpireIn();
        Duration life = Duration.ofSeconds(seconds == null ? 7200 : seconds);
        freshUntil = machineClock.instant().plus(life.compareTo(MARGIN) > 0 ? life.minus(MARGIN) : life.dividedBy(2));
        return body.getAccessToken();
    }

    private @Nullable GetAccessTokenResponseBody ask(GetAccessTokenRequest request) throws CallFailed {
        try {
            return sdk.oauth()
                    .getAccessTokenWithOptions(request, Map.of(), sdk.options())
                    .getBody();
        } catch (Exception e) {
            throw failed(SdkFaults.of(e).ofHarmlessCall());
        }
    }
}
