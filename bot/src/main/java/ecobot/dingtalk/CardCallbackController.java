package ecobot.dingtalk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Presses of cards over HTTP: {@code POST /dingtalk/card}, signed with the secret that was given when the address was registered. */
@RestController
@ConditionalOnProperty(name = "ecobot.dingtalk.intake", havingValue = "callback")
class CardCallbackController {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String NOTHING_NEW = "{}";
    private static final int MAX_BYTES = 64 * 1024;
    /** The platform waits 2 s. */
    private static final long WITHIN_MILLIS = 1800;

    private final CardPresses presses;
    private final DingTalkSettings settings;
    private final Clock clock;

    CardCallbackController(CardPresses presses, DingTalkSettings settings, Clock clock) {
        this.presses = presses;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes a press. Nothing of the body is read before the sender is known. */
    @PostMapping("/dingtalk/card")
    CompletableFuture<ResponseEntity<String>> receive(HttpServletRequest request) throws IOException {
        if (!isGood(request.getHeader("x-ddpaas-signature-timestamp"), request.getHeader("x-ddpaas-signature"))) {
            return CompletableFuture.completedFuture(status(HttpStatus.FORBIDDEN));
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            return CompletableFuture.completedFuture(status(HttpStatus.CONTENT_TOO_LARGE));
        }
        try {
            return presses.take(new String(body, StandardCharsets.UTF_8))
                    .thenApply(stored -> ResponseEntity.ok()
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(NOTHING_NEW))
                    .completeOnTimeout(status(HttpStatus.SERVICE_UNAVAILABLE), WITHIN_MILLIS, TimeUnit.MILLISECONDS)
                    .exceptionally(problem -> status(HttpStatus.SERVICE_UNAVAILABLE));
        } catch (Json.NotJson e) {
            return CompletableFuture.completedFuture(status(HttpStatus.BAD_REQUEST));
        }
    }

    /** Without a secret nobody is believed. */
    private boolean isGood(@Nullable String timestamp, @Nullable String signature) {
        String secret = settings.card().callbackSecret();
        if (secret.isEmpty() || timestamp == null || signature == null || !timestamp.matches("\\d{1,15}")) {
            return false;
        }
        boolean fresh = Math.abs(clock.millis() - Long.parseLong(timestamp)) <= CallbackSignature.WINDOW.toMillis();
        return fresh
                && MessageDigest.isEqual(
                        sign(timestamp, secret).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    static String sign(String timestamp, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(timestamp.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static ResponseEntity<String> status(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
