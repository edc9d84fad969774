package ecobot.dingtalk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Callbacks that were taken in lately. The header pair alone will not do as a key: two messages of the same millisecond rightly share it. So it is
 * the pair and the body; another body under an old pair is told by the inbox, where a message counts once. What was seen is kept for as long as
 * its time stamp would be accepted, both ways.
 */
@Component
class SeenCallbacks {

    private static final int MAX = 100_000;

    private final Clock machineClock;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    SeenCallbacks(@Qualifier("machineClock") Clock machineClock) {
        this.machineClock = machineClock;
    }

    static String key(String timestamp, String sign, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((timestamp + "\n" + sign + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    boolean contains(String key) {
        return seen.containsKey(key);
    }

    /** To be called once it is durable, not before: what failed may come again. */
    void add(String key) {
        Instant now = machineClock.instant();
        seen.values().removeIf(forgetAt -> forgetAt.isBefore(now));
        if (seen.size() < MAX) {
            seen.put(key, now.plus(CallbackSignature.WINDOW.multipliedBy(2)));
        }
    }
}
