package ecobot.dingtalk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks who calls back. The platform signs its time stamp, not the body, and allows an hour; this allows five minutes, both ways.
 */
@Component
class CallbackSignature {

    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int MAX_DIGITS = 15;

    private final DingTalkAccess access;
    private final Clock clock;

    CallbackSignature(DingTalkAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /** Whether the two headers were made with our secret, and just now. */
    boolean isGood(@Nullable String timestamp, @Nullable String sign) {
        return timestamp != null && sign != null && isFresh(timestamp) && isOurs(timestamp, sign);
    }

    private boolean isFresh(String timestamp) {
        if (timestamp.isEmpty()
                || timestamp.length() > MAX_DIGITS
                || !timestamp.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        Instant at = Instant.ofEpochMilli(Long.parseLong(timestamp));
        return Duration.between(at, clock.instant()).abs().compareTo(WINDOW) <= 0;
    }

    /** Takes the same time wherever the first difference is. */
    private boolean isOurs(String timestamp, String sign) {
        return MessageDigest.isEqual(
                sign(timestamp).getBytes(StandardCharsets.UTF_8), sign.getBytes(StandardCharsets.UTF_8));
    }

    private String sign(String timestamp) {
        return sign(timestamp, access.clientSecret());
    }

    static String sign(String timestamp, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = mac.doFinal((timestamp + "\n" + secret).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
