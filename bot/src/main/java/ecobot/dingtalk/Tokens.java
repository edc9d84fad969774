package ecobot.dingtalk;

import com.aliyun.dingtalkoauth2_1_0.models.GetAccessTokenRequest;
import com.aliyun.dingtalkoauth2_1_0.models.GetAccessTokenResponseBody;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The app's access token, kept until ten minutes before its end; asking for one per call would be throttled. Whoever comes while one is being fetched
 * waits for it instead of fetching another.
 */
@Component
class Tokens {

    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final Sdk sdk;
    private final DingTalkAccess access;
    private final Clock machineClock;
    private @Nullable String held;
    private volatile @Nullable String trouble;
    private Instant freshUntil = Instant.EPOCH;

    Tokens(Sdk sdk, DingTalkAccess access, @Qualifier("machineClock") Clock machineClock) {
        this.sdk = sdk;
        this.access = access;
        this.machineClock = machineClock;
    }

    /**
     * A token that is good for a while.
     *
     * @throws CallFailed never with the remedy "unknown": nothing is sent to anybody
     */
    synchronized String token() throws CallFailed {
        if (held == null || !machineClock.instant().isBefore(freshUntil)) {
            held = fetch();
        }
        return held;
    }

    /** Forgets a token that the platform did not take. */
    synchronized void drop(String stale) {
        if (stale.equals(held)) {
            held = null;
        }
    }

    /** Why the last attempt to get one failed; null when it did not. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private CallFailed failed(Fault fault) {
        trouble = fault.reason();
        return new CallFailed(fault);
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
