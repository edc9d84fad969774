package ecobot.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How a robot fetches what it was sent: a code in the message, which is exchanged for an address that works for a short while. Codes carry
 * their meaning, so that a restart forgets none; addresses live in memory by the machine's clock.
 */
final class DownloadCodes {

    private static final Duration ADDRESS_LIFE = Duration.ofMinutes(10);
    private static final char BETWEEN = '\n';

    private final Clock machineClock;
    private final Map<String, Address> addresses = new ConcurrentHashMap<>();

    DownloadCodes(Clock machineClock) {
        this.machineClock = machineClock;
    }

    private record Address(String mediaId, java.time.Instant expiresAt) {}

    String codeFor(String mediaId, String robotCode) {
        var meaning = robotCode + BETWEEN + mediaId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(meaning.getBytes(StandardCharsets.UTF_8));
    }

    /** What a code means to this robot; empty for a code that is wrong or another robot's. */
    Optional<String> mediaId(String code, String robotCode) {
        try {
            var meaning = new String(Base64.getUrlDecoder().decode(code), StandardCharsets.UTF_8);
            var prefix = robotCode + BETWEEN;
            return meaning.startsWith(prefix) ? Optional.of(meaning.substring(prefix.length())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** An address for one file. */
    String addressOf(String mediaId) {
        var now = machineClock.instant();
        addresses.values().removeIf(address -> address.expiresAt().isBefore(now));
        var key = UUID.randomUUID().toString();
        addresses.put(key, new Address(mediaId, now.plus(ADDRESS_LIFE)));
        return key;
    }

    Optional<String> mediaAt(String address) {
        return Optional.ofNullable(addresses.get(address))
                .filter(found -> found.expiresAt().isAfter(machineClock.instant()))
                .map(Address::mediaId);
    }
}
